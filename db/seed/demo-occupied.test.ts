import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aLocation } from "@/db/testing/factories";
import { asSystem } from "@/lib/data/doors";
import { seedDemo } from "./demo";

test("an installation with data of its own is left alone", async () => {
  await aLocation();
  expect(await seedDemo()).toBe("occupied");
  const { rows } = await asSystem("test", (transaction) =>
    transaction.execute<{ count: number }>(sql`select count(*) from companies`),
  );
  expect(rows[0]?.count).toBe(1);
  // It may be seeded once it is empty: nothing says that it was.
  expect(await seedDemo()).toBe("occupied");
});
