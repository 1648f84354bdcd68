import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { typablePassword } from "@/db/seed/typable-password";
import { SetupError } from "@/lib/kit/setup-error";
import { shortestPassword } from "@/lib/users/model";

/** A new password, and whether we made it up, so that it has to be shown. */
export type ChosenPassword = { password: string; isMade: boolean };

/**
 * Asks for a new password at a terminal, unseen; reads it from standard input when told to; else, or
 * when nothing is entered, makes one up.
 *
 * @throws {SetupError} for one that is too short.
 */
export async function choosePassword({ fromInput }: { fromInput: boolean }): Promise<ChosenPassword> {
  const entered = fromInput
    ? ((await text(process.stdin)).split("\n", 1)[0] ?? "")
    : process.stdin.isTTY
      ? await ask("Password (empty: one is made up): ")
      : "";
  if (entered === "") {
    if (fromInput) throw new SetupError("There was no password on standard input.");
    return { password: typablePassword(), isMade: true };
  }
  if (entered.length < shortestPassword)
    throw new SetupError(`A password needs at least ${shortestPassword} characters.`);
  return { password: entered, isMade: false };
}

async function ask(question: string): Promise<string> {
  // The terminal's echo goes here instead of to the screen.
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  process.stdout.write(question);
  try {
    return await new Promise<string>((resolve, reject) => {
      terminal.once("SIGINT", () => reject(new SetupError("Nothing was changed.")));
      terminal.question("", resolve);
    });
  } finally {
    terminal.close();
    process.stdout.write("\n");
  }
}
