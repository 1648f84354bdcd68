// `npm run admin -- COMMAND`: what whoever runs an installation does before, or without, signing in.
import { DomainError, Invalid } from "@/lib/access/errors";
import { SetupError, UsageError } from "@/lib/kit/setup-error";
import { createUserCommand } from "./admin/create-user";
import { resetPasswordCommand } from "./admin/reset-password";
import { resetSecondFactorCommand } from "./admin/reset-second-factor";
import { usage } from "./admin/usage";

const commands: Record<string, (options: string[]) => Promise<void>> = {
  "create-user": createUserCommand,
  "reset-password": resetPasswordCommand,
  "reset-second-factor": resetSecondFactorCommand,
};

const [name = "", ...options] = process.argv.slice(2);
const command = commands[name];
if (name === "help" || name === "--help") {
  console.log(usage);
  process.exit(0);
}
if (!command) throw new UsageError(name === "" ? usage : `There is no command ${name}.\n\n${usage}`);
try {
  await command(options);
} catch (error) {
  throw forPeople(error);
}

function forPeople(error: unknown): unknown {
  if (error instanceof Invalid) return new SetupError(error.issues.map(({ message }) => message).join("\n"));
  if (error instanceof DomainError) return new SetupError(error.message);
  return error;
}
