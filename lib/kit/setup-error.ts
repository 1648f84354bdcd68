/**
 * Something the person who runs Leadwright can mend: a taken port, a full disk, a database out of
 * reach. Its message says what is wrong and what to do, and is printed alone, without a stack.
 */
export class SetupError extends Error {
  override name = "SetupError";
  /** What the process ends with. */
  readonly exitCode: number = 1;
}

/** A command that was called in a way it does not know. */
export class UsageError extends SetupError {
  override readonly exitCode = 2;
}

/** The `code` of a system or database error (`ENOSPC`, `28P01`), or undefined when it has none. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
