import { UsageError } from "@/lib/kit/setup-error";
import { setPassword } from "@/lib/users/set-password";
import { readCommandLine } from "@/scripts/command-line";
import { withMigratedDatabase } from "@/scripts/server/database";
import { choosePassword } from "./password";
import { usage } from "./usage";

/** `reset-password --user NAME`: for somebody who can not sign in, and whom no mail reaches. */
export async function resetPasswordCommand(options: string[]): Promise<void> {
  const { values } = readCommandLine(usage, {
    args: options,
    options: { user: { type: "string" }, "password-stdin": { type: "boolean", default: false } },
  });
  const identifier = values.user;
  if (!identifier) throw new UsageError("Say whose password: --user USERNAME-OR-EMAIL.");
  const { password, isMade } = await choosePassword({ fromInput: values["password-stdin"] });
  await withMigratedDatabase(() => setPassword({ identifier, password, now: new Date() }));
  console.log(isMade ? `The new password of ${identifier} is ${password}` : `The password of ${identifier} is set.`);
}
