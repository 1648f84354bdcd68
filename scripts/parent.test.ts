import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";

const watcher = pathToFileURL(resolve("scripts/parent.mjs")).href;
/** Says who its parent is, and when that has ended. */
const script = `
  import { whenParentEnds } from ${JSON.stringify(watcher)};
  setInterval(() => {}, 1000);
  whenParentEnds(() => { console.log("ended"); process.exit(); });
  console.log("watching");`;

/** A Node that runs `command` in a shell, as npm does, with what the command prints. */
function npmLike(command: string) {
  const program = `require("node:child_process").spawn("sh", ["-c", process.env.COMMAND], { stdio: "inherit" })`;
  const env = {
    ...process.env,
    npm_lifecycle_event: "start",
    COMMAND: command,
    NODE: process.execPath,
    SCRIPT: script,
  };
  const child = spawn(process.execPath, ["-e", program], { env, stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.setEncoding("utf8");
  return child;
}

const run = `"$NODE" --input-type=module -e "$SCRIPT"`;

it.skipIf(process.platform !== "linux").each([
  ["that becomes the script", `exec ${run}`],
  ["that stays", `${run}; :`],
])("notices that npm was killed, above a shell %s", async (_, command) => {
  const npm = npmLike(command);
  const [first] = (await once(npm.stdout, "data")) as [string];
  expect(first).toBe("watching\n");
  npm.kill("SIGKILL");
  const [second] = (await once(npm.stdout, "data")) as [string];
  expect(second).toBe("ended\n");
});
