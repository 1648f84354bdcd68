import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "@/db/connect";
import { clusterFolder } from "@/db/embedded/cluster";
import { findPostmaster, lives } from "@/db/embedded/postmaster-file";
import { type Embedded, startEmbedded } from "@/db/embedded/start";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  export interface ProvidedContext {
    /** A folder of this test run, removed after it. */
    folder: string;
    /** Connection string of the database that every test file's own is a copy of. Nobody connects to it. */
    template: string;
  }
}

const folderPrefix = "leadwright-test-";
const ownerFile = "owner.pid";

/**
 * Vitest's global set-up: one PostgreSQL server for the run, without durability, and in it a migrated
 * template database. What a killed run left behind goes first.
 */
export default async function startServer({ provide }: TestProject): Promise<() => Promise<void>> {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), folderPrefix));
  writeFileSync(join(folder, ownerFile), String(process.pid));
  const dataFolder = join(folder, "server");
  mkdirSync(dataFolder);
  let server: Embedded | null = null;
  const stopAtExit = () => stopNow(folder);
  process.once("exit", stopAtExit);
  try {
    server = await startEmbedded(dataFolder, { durable: false, settings: { max_connections: "200" } });
    provide("folder", folder);
    provide("template", await makeTemplate(server.connectionString));
  } catch (error) {
    await server?.stop();
    throw error;
  }
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    process.removeListener("exit", stopAtExit);
  };
}

async function makeTemplate(connectionString: string): Promise<string> {
  const client = await connect(connectionString, "leadwright tests");
  await client.query("create database template_leadwright");
  await client.end();
  const template = new URL(connectionString);
  template.pathname = "/template_leadwright";
  await migrate(template.href);
  return template.href;
}

/** Removes servers and folders of runs whose process is gone: a killed run cleans up nothing. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue;
    const folder = join(tmpdir(), name);
    const owner = ownerOf(folder);
    if (owner !== null && !lives(owner)) stopNow(folder);
  }
}

function ownerOf(folder: string): number | null {
  try {
    return Number(readFileSync(join(folder, ownerFile), "utf8"));
  } catch {
    return null;
  }
}

/** Stops the server of a run at once, for when there is no time to wait: its data is thrown away anyway. */
function stopNow(folder: string): void {
  try {
    const server = findPostmaster(clusterFolder(join(folder, "server")));
    if (server) process.kill(server.pid, "SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The folder is somebody else's, or the server is just going: the next run looks again.
  }
}
