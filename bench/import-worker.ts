import { setTimeout as wait } from "node:timers/promises";
import type { Context } from "@/lib/access/context";
import { getImport } from "@/lib/imports/get-import";
import { startImport } from "@/lib/imports/start-import";
import { undoImport } from "@/lib/imports/undo-import";
import { uploadImport } from "@/lib/imports/upload-import";
import { newId } from "@/lib/kit/id";
import { createCompany, createLocation } from "@/lib/locations/create-location";
import { startWorker } from "@/lib/worker/start";
import { answerQuestions } from "./child";

export type ImportQuestion = { rows: number };

/** Rows a second, and the most memory that this process ever held: it sends the file and is the worker, too. */
export type ImportAnswer = { rowsPerSecond: number; undonePerSecond: number; megabytes: number };

/** Imported and undone before what is measured: the worker of a server that is used has done so before. */
const warmUpRows = 5000;

answerQuestions<ImportQuestion, ImportAnswer>(async ({ rows }) => {
  const worker = await startWorker({ mail: null });
  await importAndUndo(warmUpRows);
  const figures = await importAndUndo(rows);
  await worker.stop();
  return { ...figures, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) };
});

async function importAndUndo(rows: number): Promise<Omit<ImportAnswer, "megabytes">> {
  const context = await aLocation();
  const { id } = await uploadImport(context, { fileName: "leads.csv", file: plainRows(rows) });
  // The upload before it is not part of the import.
  await startImport({ ...context, now: new Date() }, { id });
  const imported = await settled(context, id, "running");
  const { counts, startedAt, finishedAt } = imported;
  if (imported.status !== "done" || counts.new !== rows)
    throw new Error(`The import went wrong: ${JSON.stringify(counts)}.`);
  const undoneFrom = Date.now();
  await undoImport(context, { id });
  const undone = await settled(context, id, "undoing");
  if (undone.undo?.removed !== rows) throw new Error(`The undo went wrong: ${JSON.stringify(undone.undo)}.`);
  return {
    rowsPerSecond: perSecond(rows, startedAt?.getTime(), finishedAt?.getTime()),
    undonePerSecond: perSecond(rows, undoneFrom, undone.undoneAt?.getTime()),
  };
}

const perSecond = (rows: number, from = Number.NaN, until = Number.NaN): number => (rows * 1000) / (until - from);

async function aLocation(): Promise<Context> {
  const companyId = await createCompany("Benchmark");
  const place = { timeZone: "America/Chicago", currency: "USD", country: "US" };
  const location = await createLocation({ companyId, name: "Imported", ...place });
  return { actor: { type: "system", name: "Benchmark" }, location, now: new Date(), requestId: newId() };
}

/** The import once it is in this state no more. */
async function settled(context: Context, id: string, state: string) {
  for (;;) {
    const found = await getImport(context, { id });
    if (found.status !== state) return found;
    await wait(100);
  }
}

const people = ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Edsger Dijkstra", "Barbara Liskov", "Donald Knuth"];
const cities = ["Chicago", "Boston", "Denver", "Seattle", "Austin"];

/** A file of people whom nobody knows, as a small CRM exports them. */
function plainRows(rows: number): Blob {
  const lines = ["First name,Last name,Email,Phone,Company,City,Deal value,Source\n"];
  for (let row = 0; row < rows; row++) {
    const [first = "", last = ""] = (people[row % people.length] ?? "").split(" ");
    const digits = String(2_000_000 + row);
    const cells = [
      first,
      `${last} ${row}`,
      `${first.toLowerCase()}.${row}@import.example`,
      `+1 312 ${digits.slice(0, 3)} ${digits.slice(3)}`,
      `Firm ${row % 20_000}`,
      cities[row % cities.length],
      `${500 + (row % 9000)}.50`,
      "website",
    ];
    lines.push(`${cells.join()}\n`);
  }
  return new Blob(lines);
}
