/** A file as it is read: its bytes, and how many there will be. */
export type StoredFile = { stream: ReadableStream<Uint8Array>; sizeBytes: number };

/**
 * A place for the bytes of files. Keys are words of letters, digits, `-` and `_` between slashes; each
 * is written once.
 */
export type StorageDriver = {
  /** Keeps a file under `key`, reading it in pieces. When it is done it is there, whole, and stays after a crash. */
  put: (key: string, file: Blob) => Promise<void>;
  /** @throws FileMissing when there is nothing under `key`. */
  get: (key: string) => Promise<StoredFile>;
  exists: (key: string) => Promise<boolean>;
  /** Removes what is under `key`, if anything is, and what a broken-off `put` left. */
  delete: (key: string) => Promise<void>;
};

/** There is nothing under this key. */
export class FileMissing extends Error {
  override readonly name = "FileMissing";

  constructor(key: string, options?: ErrorOptions) {
    super(`There is no file under ${key}.`, options);
  }
}

/** `key`, when it is one. Without dots no key leads out of its folder. @throws Error for any other text. */
export function checkedKey(key: string): string {
  if (key.length > 200 || !/^[\w-]+(?:\/[\w-]+)*$/.test(key)) throw new Error("A storage key has the wrong shape.");
  return key;
}
