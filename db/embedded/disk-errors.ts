import { errorCode, SetupError } from "@/lib/kit/setup-error";

type Explanations = Record<string, (folder: string) => string>;

const fullDisk: Explanations = {
  ENOSPC: (folder) => `The disk of ${folder} is full. Free some space and start again.`,
  EDQUOT: (folder) => `The disk quota of ${folder} is used up. Free some space and start again.`,
  // What PostgreSQL says.
  "53100": () => "The disk of the database is full. Free some space and start again.",
};

const explanations: Explanations = {
  ...fullDisk,
  EROFS: (folder) => `${folder} is on a read-only disk. Make it writable, or set DATA_DIR to a folder that is.`,
  EACCES: (folder) =>
    `${folder} can not be written by this user. Change its permissions, or set DATA_DIR to a folder of your own.`,
  EPERM: (folder) =>
    `${folder} can not be written by this user. Change its owner, or set DATA_DIR to a folder of your own.`,
  ENOENT: (folder) => `${folder} can not be made: a folder on the way to it does not exist, or is on a read-only disk.`,
  EEXIST: (folder) => `${folder} is not a folder. Set DATA_DIR to one.`,
  ENOTDIR: (folder) => `${folder} is not a folder. Set DATA_DIR to one.`,
};

/**
 * Runs `work`, which writes beneath `folder`.
 *
 * @throws {SetupError} in place of the system's own words for a full, read-only or forbidden folder.
 */
export function withDiskErrors<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const explanation = explanations[errorCode(error) ?? ""];
    throw explanation ? new SetupError(explanation(folder), { cause: error }) : error;
  }
}

/** What to do about a full disk, where `error` or something that caused it tells of one; null else. */
export function fullDiskError(error: unknown, folder: string): SetupError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const explanation = fullDisk[errorCode(cause) ?? ""];
    if (explanation) return new SetupError(explanation(folder), { cause: error });
  }
  return null;
}
