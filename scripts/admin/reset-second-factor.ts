import { UsageError } from "@/lib/kit/setup-error";
import { resetSecondFactorOf } from "@/lib/users/end-second-factor";
import { readCommandLine } from "@/scripts/command-line";
import { withMigratedDatabase } from "@/scripts/server/database";
import { usage } from "./usage";

/** `reset-second-factor --user NAME`: for a sole administrator who has lost their phone and their recovery codes. */
export async function resetSecondFactorCommand(options: string[]): Promise<void> {
  const { values } = readCommandLine(usage, { args: options, options: { user: { type: "string" } } });
  const identifier = values.user;
  if (!identifier) throw new UsageError("Say whose: --user USERNAME-OR-EMAIL.");
  await withMigratedDatabase(() => resetSecondFactorOf({ identifier, now: new Date() }));
  console.log(`${identifier} signs in with their password alone.`);
}
