import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { imports, locationExports } from "@/db/schema/imports";
import { aLocation, contextOf } from "@/db/testing/factories";
import { asSystem, read } from "@/lib/data/doors";
import { getImport } from "@/lib/imports/get-import";
import { uploadImport } from "@/lib/imports/upload-import";
import { runExport } from "@/lib/transfer/run-export";
import { startExport } from "@/lib/transfer/start-export";
import { purgeTransfers } from "./purge-transfers";

test("files of old imports and old exports go, those of new ones stay", async () => {
  const context = contextOf(await aLocation());
  const file = new Blob(["Email\na@example.com\n"]);
  const [old, fresh] = [
    await uploadImport(context, { fileName: "old.csv", file }),
    await uploadImport(context, { fileName: "new.csv", file }),
  ];
  const [gone, kept] = [await startExport(context), await startExport(context)];
  await runExport(context, gone.id, { isLast: false });
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  await asSystem("test", async (transaction) => {
    await transaction.update(imports).set({ updatedAt: longAgo }).where(eq(imports.id, old.id));
    await transaction.update(locationExports).set({ createdAt: longAgo }).where(eq(locationExports.id, gone.id));
  });
  await purgeTransfers();
  expect((await getImport(context, old)).hasFile).toBe(false);
  expect((await getImport(context, fresh)).hasFile).toBe(true);
  const left = await read(context, (transaction) =>
    transaction.select({ id: locationExports.id }).from(locationExports),
  );
  expect(left).toEqual([{ id: kept.id }]);
});
