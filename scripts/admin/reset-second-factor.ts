import { parseArgs } from "node:util";
import { SetupError } from "@/lib/kit/setup-error";
import { resetSecondFactorOf } from "@/lib/users/end-second-factor";
import { withMigratedDatabase } from "@/scripts/server/database";

/** `reset-second-factor --user NAME`: for a sole administrator who has lost their phone and their recovery codes. */
export async function resetSecondFactorCommand(options: string[]): Promise<void> {
  const { values } = parseArgs({ args: options, options: { user: { type: "string" } } });
  const identifier = values.user;
  if (!identifier) throw new SetupError("Say whose: --user USERNAME-OR-EMAIL.");
  await withMigratedDatabase(() => resetSecondFactorOf({ identifier, now: new Date() }));
  console.log(`${identifier} signs in with their password alone.`);
}
