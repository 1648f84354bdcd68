import { afterEach, describe, expect, test } from "vitest";
import { type StandInServer, startOldServer, startSilentServer } from "@/db/testing/stand-in-server";
import { connect } from "./connect";

const patientMilliseconds = 60_000;
let server: StandInServer | undefined;

afterEach(() => server?.stop());

describe("a server that says nothing", () => {
  test(
    "is given up",
    async () => {
      server = await startSilentServer("at once");
      await expect(connect(server.url, "test")).rejects.toThrow(
        /The database at 127\.0\.0\.1:\d+ can not be reached \(no answer within 10 s\)/,
      );
    },
    patientMilliseconds,
  );

  test("is not waited for by whoever wants to stop", async () => {
    server = await startSilentServer("at once");
    const interrupt = new AbortController();
    const connecting = connect(server.url, "test", interrupt.signal);
    interrupt.abort(new Error("Stop."));
    await expect(connecting).rejects.toThrow("Stop.");
  });

  test("is cut off in the middle of a statement", async () => {
    server = await startSilentServer("when worked with");
    const interrupt = new AbortController();
    const client = await connect(server.url, "test", interrupt.signal);
    const working = client.query("select 1");
    interrupt.abort();
    await expect(working).rejects.toThrow(/terminated/);
  });
});

test("a server that does not say goodbye is cut off", async () => {
  server = await startOldServer("14.9");
  await expect(connect(server.url, "test")).rejects.toThrow(/PostgreSQL 14\.9; Leadwright needs 15 or later/);
});
