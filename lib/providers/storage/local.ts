import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { checkedKey, FileMissing, type StorageDriver } from "./driver";

/** Files in `folder` of the local disk, readable by this account alone. */
export function localStorage(folder: string): StorageDriver {
  const pathOf = (key: string) => join(folder, checkedKey(key));
  return {
    put: async (key, content) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeWhole(partOf(path), content);
      await rename(partOf(path), path);
      await syncFolder(dirname(path));
    },
    get: async (key) => {
      const file = await open(pathOf(key), "r").catch((error: unknown) => {
        throw isMissing(error) ? new FileMissing(key, { cause: error }) : error;
      });
      const { size } = await file.stat();
      // The stream closes the file at its end, or when it is cancelled. Node's and the web's types of it differ in name only.
      const stream = Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
      return { stream, sizeBytes: size };
    },
    exists: async (key) => {
      try {
        return (await stat(pathOf(key))).isFile();
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    delete: async (key) => {
      await rm(partOf(pathOf(key)), { force: true });
      await rm(pathOf(key), { force: true });
    },
  };
}

/** Where a file is until it is whole. No key has a dot. */
const partOf = (path: string): string => `${path}.part`;

async function writeWhole(path: string, content: Blob): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(content.stream());
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A renamed file is there after a power cut only when its folder was written, too. Windows can not, and need not. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";
