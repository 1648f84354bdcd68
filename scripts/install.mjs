// Installs the dependencies when they are missing or not those of package-lock.json. Plain
// JavaScript for Node 20.9: nothing is installed yet.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { basename, delimiter, join } from "node:path";
import { whenParentEnds } from "./parent.mjs";

const progressMilliseconds = 5000;
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Makes node_modules what package-lock.json says, with the packages for development where these are
 * asked for. Throws an error named SetupError with what to do when it can not.
 */
export async function installDependencies(root, { development = false } = {}) {
  if (isInstalled(root, development)) return;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  console.error("Installing dependencies: needed once, and again after an update. This takes a minute or two.");
  const timer = setInterval(() => console.error(`  still installing (${seconds()} s)`), progressMilliseconds);
  try {
    const { code, said } = await npmInstall(root);
    if (code !== 0 || !isInstalled(root, development)) throw setupError(explain(root, said));
    console.error(`Dependencies installed in ${seconds()} s.`);
  } finally {
    clearInterval(timer);
  }
}

/**
 * Whether every package of package-lock.json that Leadwright needs to run is installed in its
 * version. Packages for other platforms may be missing, and those for development unless these are asked for.
 */
export function isInstalled(root, development = false) {
  const installedFile = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed[path];
    return found
      ? found.version === entry.version
      : Boolean(entry.optional || entry.devOptional || entry.peer || (entry.dev && !development));
  });
}

function npmInstall(root) {
  const { command, args } = npm();
  // Our own node_modules/.bin is on the path under npm, and is about to be replaced.
  const env = { ...process.env };
  for (const name of Object.keys(env).filter((key) => key.toUpperCase() === "PATH")) {
    env[name] = env[name]
      .split(delimiter)
      .filter((folder) => folder !== join(root, "node_modules", ".bin"))
      .join(delimiter);
  }
  // --include=dev: the build needs the compiler, also where NODE_ENV says production.
  const options = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  return new Promise((resolve) => {
    let said = "";
    const child = spawn(command, [...args, ...options], {
      cwd: root,
      env,
      stdio: ["ignore", "ignore", "pipe"],
      shell: process.platform === "win32" && args.length === 0,
    });
    // Told politely, npm first puts everything back, for longer than it takes to start us again: then two
    // work on one folder. It begins with an empty one anyway.
    const stop = (signal) => {
      child.kill("SIGKILL");
      process.exit(128 + constants.signals[signal]);
    };
    for (const signal of stopSignals) process.on(signal, stop);
    const unwatch = whenParentEnds(() => stop("SIGTERM"));
    const end = (code) => {
      unwatch();
      for (const signal of stopSignals) process.off(signal, stop);
      resolve({ code, said });
    };
    child.stderr.setEncoding("utf8").on("data", (text) => (said = (said + text).slice(-20_000)));
    child.on("error", (error) => {
      said = error.message;
      end(1);
    });
    child.on("close", end);
  });
}

/** The npm that started us, run by its own Node; else the one on the path. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const known = script && node && basename(script) === "npm-cli.js" && existsSync(script) && existsSync(node);
  return known && !node.includes("node_modules") ? { command: node, args: [script] } : { command: "npm", args: [] };
}

function explain(root, said) {
  const advice = /ENOSPC|no space left/i.test(said)
    ? `The disk of ${root} is full. Free some space and start again.`
    : /EROFS|read-only file system/i.test(said)
      ? `${root} is on a read-only disk. Install the dependencies where it can be written (npm ci).`
      : /EACCES|EPERM/i.test(said)
        ? `This user may not write to ${join(root, "node_modules")}. Give the folder to this user and start again.`
        : /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network/i.test(said)
          ? "The npm registry can not be reached. Check the network (or npm's proxy and registry settings) and start again."
          : "Run `npm ci` to see all of it, mend what it names, and start again.";
  const reasons = said
    .split("\n")
    .filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log|^npm (error|ERR!)\s*$/.test(line));
  return ["The dependencies could not be installed.", ...reasons.slice(0, 3).map((line) => `  ${line}`), advice].join(
    "\n",
  );
}

function setupError(message) {
  const error = new Error(message);
  error.name = "SetupError";
  return error;
}
