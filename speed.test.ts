import { readFileSync, writeFileSync } from "node:fs";
import { test } from "vitest";
import { aLocation, contextOf } from "@/db/testing/factories";
import { getImport } from "@/lib/imports/get-import";
import { previewImport } from "@/lib/imports/preview-import";
import { runImport } from "@/lib/imports/run-import";
import { runUndo } from "@/lib/imports/run-undo";
import { startImport } from "@/lib/imports/start-import";
import { undoImport } from "@/lib/imports/undo-import";
import { uploadImport } from "@/lib/imports/upload-import";

test("speed", async () => {
  const context = contextOf(await aLocation());
  const rows = Number(process.env.ROWS ?? 10000);
  const lines = Array.from({ length: rows }, (_, i) => `Ada${i},Lovelace${i},ada${i}@example.com,+1 415 555 ${String(i % 10000).padStart(4, "0")},Analytical ${i % 500},London,${i}.50`);
  writeFileSync("/tmp/lw-speed.csv", ["First Name,Last Name,Email,Phone Number,Company Name,City,Amount", ...lines].join("\n"));
  const time = async <T>(name: string, work: () => Promise<T>) => {
    const cpu = process.cpuUsage(); const s = performance.now(); const r = await work(); const ms = performance.now() - s; const c = process.cpuUsage(cpu);
    console.log(name, Math.round(ms), "ms", Math.round(rows / ms * 1000), "rows/s; node cpu", Math.round((c.user + c.system) / rows), "us/row", Math.round(process.memoryUsage().rss / 1e6), "MB");
    return r;
  };
  const { id } = await time("upload", () => uploadImport(context, { fileName: "x.csv", file: new Blob([readFileSync("/tmp/lw-speed.csv")]) }));
  await time("preview", () => previewImport(context, { id }));
  await startImport(context, { id });
  await time("run", () => runImport(context, id, { isLast: false }));
  console.log(JSON.stringify((await getImport(context, { id })).counts));
  await undoImport(context, { id });
  await time("undo", () => runUndo(context, id));
  console.log(JSON.stringify((await getImport(context, { id })).undo));
}, 600000);
