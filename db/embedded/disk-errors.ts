import { errorCode, SetupError } from "@/lib/kit/setup-error";

const explanations: Record<string, (folder: string) => string> = {
  ENOSPC: (folder) => `The disk of ${folder} is full. Free some space and start again.`,
  EDQUOT: (folder) => `The disk quota of ${folder} is used up. Free some space and start again.`,
  EROFS: (folder) => `${folder} is on a read-only disk. Make it writable, or set DATA_DIR to a folder that is.`,
  EACCES: (folder) =>
    `${folder} can not be written by this user. Change its permissions, or set DATA_DIR to a folder of your own.`,
  EPERM: (folder) =>
    `${folder} can not be written by this user. Change its owner, or set DATA_DIR to a folder of your own.`,
  ENOENT: (folder) => `${folder} can not be made: a folder on the way to it does not exist.`,
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
