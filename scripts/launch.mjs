// Runs a TypeScript file of the project: installs the dependencies when they are missing, then uses
// the Node that came with them. Plain JavaScript for Node 20.9, with nothing but Node's own modules.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installDependencies } from "./install.mjs";
import { launched, whenParentEnds } from "./parent.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const settingsFile = join(root, ".env");

/**
 * Runs `file` (a path from the root) with `args`, in this process when it is the project's Node
 * already, else in a child that gets our signals and whose exit code becomes ours. An error named
 * SetupError is for people: its message is printed alone and the exit code is its own.
 */
export async function runScript(file, args) {
  try {
    if (!launched) await installDependencies(root);
    const node = launched ? realpathSync(process.execPath) : projectNode();
    if (node === realpathSync(process.execPath)) await runHere(resolve(root, file), args);
    else runInChild(node, file, args);
  } catch (error) {
    if (error?.name !== "SetupError") throw error;
    console.error(`\n${error.message}\n`);
    process.exit(error.exitCode ?? 1);
  }
}

/** The Node that npm installed with the project, else this one when it runs TypeScript as it stands. */
function projectNode() {
  const folder = join(
    root,
    "node_modules",
    `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`,
    "bin",
  );
  const installed = join(folder, process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(installed)) {
    const path = realpathSync(installed);
    if (path === realpathSync(process.execPath) || spawnSync(path, ["--version"]).status === 0) return path;
  }
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return realpathSync(process.execPath);
  const error = new Error(
    `Leadwright brings no Node.js of its own for ${process.platform} on ${process.arch}, and needs 22.18 or later; this is ${process.versions.node}.\n` +
      "Install a current Node.js from https://nodejs.org and try again.",
  );
  error.name = "SetupError";
  throw error;
}

async function runHere(path, args) {
  process.argv = [process.execPath, path, ...args];
  process.env.INIT_CWD ??= process.cwd();
  process.chdir(root);
  if (existsSync(settingsFile)) process.loadEnvFile(settingsFile);
  await import("./register.mjs");
  await import(pathToFileURL(path).href);
}

function runInChild(node, file, args) {
  const options = ["--disable-warning=ExperimentalWarning", join(root, "scripts", "run.mjs")];
  const env = { INIT_CWD: process.cwd(), ...process.env, LEADWRIGHT_LAUNCHED: "1" };
  const child = spawn(node, [...options, file, ...args], { cwd: root, stdio: "inherit", env });
  const pass = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);
  whenParentEnds(() => pass("SIGTERM"));
  child.on("error", (error) => {
    console.error(`\nNode.js (${node}) could not be run: ${error.message}\n`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
