// A killed npm does not take its children along.
import { readFileSync } from "node:fs";

const pollMilliseconds = 100;

/** Whether our own launcher started this process. Not for its children to know. */
export const launched = process.env.LEADWRIGHT_LAUNCHED === "1";
delete process.env.LEADWRIGHT_LAUNCHED;

/**
 * Calls `callback` once when the process that started us for its own sake (npm, or our launcher) is
 * gone. Does nothing for a process started from a shell, which may outlive it. Answers what ends the watch.
 */
export function whenParentEnds(callback) {
  if (!launched && !process.env.npm_lifecycle_event) return () => {};
  const parent = process.ppid;
  // npm runs a script in `sh -c`. Some shells then become the script; where this one stays, it outlives npm.
  const shellParent = isScriptShell(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (shellParent === undefined || parentOf(parent) === shellParent)) return;
    clearInterval(timer);
    callback();
  }, pollMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

/** Only known on Linux; the shells of other systems become the script. */
function isScriptShell(pid) {
  return contentOf(`/proc/${pid}/cmdline`).split("\0")[1] === "-c";
}

function parentOf(pid) {
  const status = contentOf(`/proc/${pid}/stat`);
  // Field 4, counted after the name in parentheses, which may hold anything.
  return status.slice(status.lastIndexOf(")") + 2).split(" ")[1];
}

function contentOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
