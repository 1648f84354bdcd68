// `npm run admin -- COMMAND`: what whoever runs an installation does before, or without, signing in.
import { DomainError, Invalid } from "@/lib/access/errors";
import { SetupError } from "@/lib/kit/setup-error";
import { createUserCommand } from "./admin/create-user";
import { resetPasswordCommand } from "./admin/reset-password";
import { resetSecondFactorCommand } from "./admin/reset-second-factor";

const usage = `Usage: npm run admin -- COMMAND

  create-user --email ADDRESS --name NAME --username NAME --role admin|manager|rep
      [--company NAME]    the user's company; made when it is new. Needed when there are several.
      [--location NAME]   where the user works; made when it is new. Needed when there are several.
      [--time-zone ZONE] [--currency CODE] [--country CODE]   of a new location
      [--only-own]        sees only what they made, own or follow
  reset-password --user USERNAME-OR-EMAIL   sets a new password and signs the user out everywhere
  reset-second-factor --user USERNAME-OR-EMAIL   turns two-step sign-in off, for who lost phone and codes

The first two ask for the password at a terminal; an empty one is made up and printed once. Elsewhere it is made
up, or read from standard input with --password-stdin.`;

const commands: Record<string, (options: string[]) => Promise<void>> = {
  "create-user": createUserCommand,
  "reset-password": resetPasswordCommand,
  "reset-second-factor": resetSecondFactorCommand,
};

const [name = "", ...options] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.log(usage);
  process.exit(name === "" || name === "help" || name === "--help" ? 0 : 1);
}
try {
  await command(options);
} catch (error) {
  throw forPeople(error);
}

function forPeople(error: unknown): unknown {
  if (error instanceof Invalid) return new SetupError(error.issues.map(({ message }) => message).join("\n"));
  if (error instanceof DomainError) return new SetupError(error.message);
  // What parseArgs of Node says about an unknown or unfinished option.
  if (error instanceof TypeError && "code" in error) return new SetupError(`${error.message}\n\n${usage}`);
  return error;
}
