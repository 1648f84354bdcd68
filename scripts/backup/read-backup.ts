import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { errorCode, SetupError } from "@/lib/kit/setup-error";
import { type BackupEntry, Manifest, manifestName } from "./manifest";
import { readTar } from "./tar";

/**
 * Reads a whole backup once and sees that nothing in it is missing, added or changed.
 *
 * @returns its manifest.
 * @throws {SetupError} for a file that is no backup, damaged, incomplete, or of a form this version does not know.
 */
export async function verifyBackup(file: string): Promise<Manifest> {
  const found = new Map<string, { bytes: number; sha256: string }>();
  let manifest: Manifest | undefined;
  try {
    for await (const { name, bytes } of entries(file)) {
      if (name === manifestName) manifest = parseManifest(bytes);
      else found.set(name, { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    }
  } catch (error) {
    if (errorCode(error) === "ENOENT") throw new SetupError(`There is no file ${file}.`, { cause: error });
    if (error instanceof SetupError) throw error;
    throw damaged(file, error instanceof Error ? error.message : String(error));
  }
  if (!manifest) throw damaged(file, "it has no manifest");
  for (const { name, bytes, sha256 } of manifest.entries) {
    const entry = found.get(name);
    if (entry?.bytes !== bytes || entry.sha256 !== sha256) throw damaged(file, `${name} is not what it was`);
  }
  if (found.size !== manifest.entries.length) throw damaged(file, "it has files that it does not name");
  return manifest;
}

/** The files of a verified backup with what its manifest says of each, in order. */
export async function* readBackup(
  file: string,
  manifest: Manifest,
): AsyncGenerator<{ entry: BackupEntry; bytes: Buffer }> {
  const named = new Map(manifest.entries.map((entry) => [entry.name, entry]));
  for await (const { name, bytes } of entries(file)) {
    const entry = named.get(name);
    if (entry) yield { entry, bytes };
  }
}

function entries(file: string): ReturnType<typeof readTar> {
  const unzipped = createGunzip();
  // Whoever reads the one gets what went wrong with the other.
  pipeline(createReadStream(file), unzipped, () => {});
  return readTar(unzipped);
}

function parseManifest(bytes: Buffer): Manifest {
  const parsed = Manifest.safeParse(JSON.parse(bytes.toString("utf8")));
  if (parsed.success) return parsed.data;
  throw new SetupError("The backup was made by a newer version of Leadwright. Restore it with that version.");
}

const damaged = (file: string, reason: string) =>
  new SetupError(`${file} can not be restored: ${reason}. It is no backup of Leadwright, or was damaged or cut off.`);
