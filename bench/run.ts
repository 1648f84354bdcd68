// `npm run bench`: how fast the product is, beside a server that does nothing but run the same SQL.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type BenchedDatabase, openDatabase, serverVersion, startDatabases } from "./database";
import { importName, measureImports } from "./import";
import { type Measurement, measureAll, type Served } from "./measure";
import { memoryOf, watchMemory } from "./memory";
import { type BenchOptions, readOptions } from "./options";
import { startProduct } from "./product";
import { describeReport, type Memory, type Report } from "./report";

const settleMilliseconds = 3000;

await bench(readOptions(process.argv.slice(2)));

async function bench(options: BenchOptions): Promise<void> {
  const server = await startDatabases(options.folder);
  const began = Date.now();
  const tell = (text: string) =>
    console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${text}`);
  const secondsToFill: Record<string, number> = {};
  try {
    const databases: BenchedDatabase[] = [];
    const isLoaded = options.only.some((name) => name !== importName);
    for (const leads of isLoaded ? options.sizes : []) {
      const from = Date.now();
      databases.push(await openDatabase(server, options.folder, leads, (step) => tell(`${leads} leads: ${step}`)));
      secondsToFill[leads] = (Date.now() - from) / 1000;
    }
    const { measurements, memory } = isLoaded
      ? await underLoad(databases, options, tell)
      : { measurements: [], memory: [] };
    const imports = options.only.includes(importName) ? await measureImports(server, options.folder, tell) : [];
    const [processor] = cpus();
    const machine = {
      cores: availableParallelism(),
      processor: processor?.model.trim() ?? "unknown",
      memoryMegabytes: Math.round(totalmem() / 1_048_576),
      node: process.versions.node,
      postgres: await serverVersion(server.connectionString),
      date: new Date().toISOString(),
    };
    const report: Report = { machine, options, measurements, memory, imports, secondsToFill };
    console.log(`\n${describeReport(report)}\n\nWritten to ${save(report)}`);
  } finally {
    await server.stop();
    if (!options.keep) rmSync(options.folder, { recursive: true, force: true });
  }
}

/** Starts the product on each database, measures them, and how much memory each takes meanwhile. */
async function underLoad(
  databases: BenchedDatabase[],
  options: BenchOptions,
  tell: (text: string) => void,
): Promise<{ measurements: Measurement[]; memory: Memory[] }> {
  const served: Served[] = [];
  const dataFolder = mkdtempSync(join(options.folder, "data-"));
  try {
    // One after the other: the first builds the screens, where they are not built yet.
    for (const database of databases) {
      const given = { databaseUrl: database.url, dataFolder: join(dataFolder, String(database.leads)) };
      served.push({ database, product: await startProduct({ ...given, profile: options.profile }) });
    }
    await wait(settleMilliseconds);
    const watched = served.map(({ database, product: { pid } }) => ({
      leads: database.leads,
      idleMegabytes: memoryOf(pid),
      most: watchMemory(pid),
    }));
    const measurements = await measureAll(served, options, tell);
    return { measurements, memory: watched.map(({ most, ...one }) => ({ ...one, loadMegabytes: most() })) };
  } finally {
    await Promise.all(served.map(({ product }) => product.stop()));
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function save(report: Report): string {
  const folder = join("bench", "results");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${report.machine.date.replaceAll(":", "-")}.json`);
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}
