import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { asSystem } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { queueJob } from "@/lib/jobs/queue-job";
import { errorCode, SetupError } from "@/lib/kit/setup-error";
import { storage } from "@/lib/providers/storage/configured";
import { checkedKey } from "@/lib/providers/storage/driver";
import { fillLocation } from "./internal/fill-location";
import { goOnNumbering } from "./internal/go-on-numbering";
import { isEmptyLocation } from "./internal/is-empty-location";
import { damaged, type Manifest, openZip, readManifest, type Zip } from "./internal/zip";

/** What was read in. */
export type ReadLocation = { records: number; files: number; users: { known: number; made: number } };

type Following = {
  /** Told how many records are read so far, now and then; what it throws ends the reading. */
  onRecords?: (records: number) => Promise<void>;
  /** Writes more in the transaction that keeps what was read in. */
  finish?: (transaction: Transaction, done: ReadLocation) => Promise<void>;
};

/** How many records an export has. @throws SetupError for a file that is none. */
export async function inspectLocationFile(file: Blob): Promise<{ records: number }> {
  const zip = await openZip(file);
  try {
    const { tables } = await readManifest(zip);
    return { records: tables.reduce((sum, { records }) => sum + records, 0) };
  } finally {
    zip.file.close();
  }
}

/**
 * Reads the file of a location (docs/export-format.md) into a location that is still empty: ids and
 * numbers stay as they are. People are found by their email; those who are not known are made, without
 * a password. All of it is kept, or nothing.
 *
 * @throws SetupError for a file that is none, and for a location that does not exist or has leads.
 */
export async function readLocation(path: string, locationId: string, following: Following = {}): Promise<ReadLocation> {
  const zip = await openZip(path);
  const kept: string[] = [];
  try {
    const manifest = await readManifest(zip);
    return await asSystem("import location", (transaction) =>
      readIn(transaction, { zip, manifest, locationId, kept, ...following }),
    );
  } catch (error) {
    await letGo(locationId, kept);
    throw error;
  } finally {
    zip.file.close();
  }
}

/** The files go by jobs of their own: those that came to be part of the location after all stay. */
const letGo = (locationId: string, kept: string[]): Promise<void> =>
  asSystem("drop files of import", async (transaction) => {
    for (const storageKey of kept)
      await queueJob(transaction, "delete_unused_file", { locationId, storageKey }, { key: storageKey });
  });

type Reading = Following & {
  zip: Zip;
  manifest: Manifest;
  locationId: string;
  /** Filled with the files that were kept. */
  kept: string[];
};

async function readIn(
  transaction: Transaction,
  { zip, manifest, locationId, kept, onRecords = () => Promise.resolve(), finish }: Reading,
): Promise<ReadLocation> {
  const companyId = await lockEmpty(transaction, locationId);
  await keepFiles(zip, locationId, kept);
  const { numbered, ...filled } = await fillLocation(transaction, zip, manifest, { locationId, companyId, onRecords });
  await goOnNumbering(numbered);
  const done = { ...filled, files: kept.length };
  await finish?.(transaction, done);
  return done;
}

/** Holds the location against whoever else reads a file into it. Answers whose it is. */
async function lockEmpty(transaction: Transaction, locationId: string): Promise<string> {
  const { rows } = await transaction.execute<{ company_id: string }>(
    sql`select company_id from locations where id = ${locationId} for no key update`,
  );
  const [location] = rows;
  if (!location) throw new SetupError(`There is no location ${locationId}.`);
  if (!(await isEmptyLocation(transaction, locationId)))
    throw new SetupError("This location has leads or contacts already. Read the file into one that is still empty.");
  return location.company_id;
}

async function keepFiles(zip: Zip, locationId: string, kept: string[]): Promise<void> {
  const place = await storage();
  const folder = await mkdtemp(join(tmpdir(), "leadwright-import-"));
  try {
    for (const [name, entry] of zip.entries) {
      if (!name.startsWith("files/")) continue;
      const path = join(folder, "file");
      const stream = await zip.file.openReadStreamPromise(entry);
      await writeFile(path, stream).catch((error: unknown) => {
        // A full disk has a code, a damaged entry has none.
        throw errorCode(error) ? error : damaged(`${name} can not be read`, error);
      });
      const key = keyOf(locationId, name);
      kept.push(key);
      await place.put(key, await openAsBlob(path));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function keyOf(locationId: string, name: string): string {
  try {
    return checkedKey(`${locationId}/${name.slice("files/".length)}`);
  } catch (error) {
    throw damaged(`${name} is no name of a file`, error);
  }
}
