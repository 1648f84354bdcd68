import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "@/db/connect";
import { startEmbedded } from "@/db/embedded/start";
import { migrate } from "@/db/migrate";
import { openRunFolder } from "./run-folder";

declare module "vitest" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  export interface ProvidedContext {
    /** A folder of this test run, removed after it. */
    folder: string;
    /** Connection string of the database that every test file's own is a copy of. Nobody connects to it. */
    template: string;
  }
}

/**
 * Vitest's global set-up: one PostgreSQL server for the run, without durability, and in it a migrated
 * template database.
 */
export default async function startServer({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = openRunFolder();
  const dataFolder = join(folder.path, "server");
  mkdirSync(dataFolder);
  const server = await startEmbedded(dataFolder, { durable: false, settings: { max_connections: "200" } });
  const stop = async () => {
    await server.stop();
    folder.remove();
  };
  try {
    provide("folder", folder.path);
    provide("template", await makeTemplate(server.connectionString));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
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
