import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "@/db/embedded/start";
import { isPassword } from "@/lib/users/passwords";
import { startProcess } from "./testing/start-process";

let folder: string;
let embedded: Embedded;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "leadwright-admin-"));
  // The commands find the server that runs, as they do beside `npm start`.
  embedded = await startEmbedded(folder, { durable: false });
});

afterAll(async () => {
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function admin(...args: string[]): Promise<{ exitCode: number | null; output: string }> {
  const run = startProcess({ DATA_DIR: folder }, { script: "scripts/run.mjs", args: ["scripts/admin.ts", ...args] });
  return { exitCode: await run.ended, output: run.output() };
}

async function rows(sql: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: embedded.connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const ada = ["--email", "ada@acme.example", "--name", "Ada", "--username", "ada", "--role", "admin"];

describe("npm run admin", () => {
  it("makes the first administrator of a new installation, with a password that is shown once", async () => {
    const { exitCode, output } = await admin(
      "create-user",
      ...ada,
      "--company",
      "Acme",
      "--time-zone",
      "Europe/Berlin",
    );
    expect(exitCode).toBe(0);
    const password = /The password is (\S+)/.exec(output)?.[1] ?? "";
    const [user] = await rows(
      "select u.username, u.password_hash, m.role, c.name as company, l.name as location, l.time_zone from users u " +
        "join members m on m.user_id = u.id join companies c on c.id = u.company_id join locations l on l.id = m.location_id",
    );
    expect(user).toMatchObject({
      username: "ada",
      role: "admin",
      company: "Acme",
      location: "Acme",
      time_zone: "Europe/Berlin",
    });
    expect(await isPassword(password, user?.password_hash ?? null)).toBe(true);
  });

  it("refuses a user who is there already, and makes nothing", async () => {
    const { exitCode, output } = await admin("create-user", ...ada, "--company", "Another");
    expect([exitCode, output.trim()]).toEqual([1, "There is a user ada (ada@acme.example) already."]);
    expect(await rows("select name from companies")).toEqual([{ name: "Acme" }]);
  });

  it("puts further users where there is only one place, and asks where there are several", async () => {
    const bob = ["--email", "bob@acme.example", "--name", "Bob", "--username", "bob", "--role", "rep"];
    expect((await admin("create-user", ...bob, "--location", "Second")).output).toContain(
      "Bob (bob, bob@acme.example) is rep of Second in Acme.",
    );
    const cid = ["--email", "cid@acme.example", "--name", "Cid", "--username", "cid", "--role", "rep"];
    const { exitCode, output } = await admin("create-user", ...cid);
    expect([exitCode, output.trim()]).toEqual([
      1,
      "Say which location, with --location NAME. There are:\n  Acme\n  Second",
    ]);
  });

  it("says everything that is wrong with its options", async () => {
    const { exitCode, output } = await admin(
      "create-user",
      "--email",
      "nobody",
      "--name",
      "Nobody",
      "--username",
      "no body",
    );
    expect(exitCode).toBe(2);
    expect(output.trim().split("\n")).toEqual([
      "--email is no email address.",
      "--username has 2 to 60 letters, digits, dots, hyphens or underscores.",
      "Say the role: --role admin, manager or rep.",
    ]);
  });

  it("sets a forgotten password and signs the user out", async () => {
    await rows(
      "insert into sessions (id, company_id, user_id, expires_at) select 'session0000000000001', company_id, id, now() + interval '1 day' from users where username = 'ada'",
    );
    const { output } = await admin("reset-password", "--user", "ADA@acme.example");
    const password = /is (\S+)$/.exec(output.trim())?.[1] ?? "";
    const [user] = await rows("select password_hash from users where username = 'ada'");
    expect(await isPassword(password, user?.password_hash ?? null)).toBe(true);
    expect(await rows("select id from sessions where revoked_at is null")).toEqual([]);
    expect((await admin("reset-password", "--user", "nobody")).output.trim()).toBe("There is no active user nobody.");
    expect((await admin("reset-second-factor", "--user", "ada")).output).toContain("with their password alone");
    expect((await admin("reset-second-factor", "--user", "nobody")).exitCode).toBe(1);
  });
});
