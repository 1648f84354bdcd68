import { expect, test } from "vitest";
import { stopList } from "./stop-list";

test("stops the last started first, and everything, whatever one of them does", async () => {
  const stopped: string[] = [];
  const errors: string[] = [];
  const stops = stopList();
  stops.add(() => void stopped.push("database"));
  stops.add(() => new Promise(() => {}), 1);
  stops.add(() => Promise.reject(new Error("The worker is gone.")));
  stops.add(() => void stopped.push("server"));
  await stops.stop((error) => errors.push(error instanceof Error ? error.message : String(error)));
  expect(stopped).toEqual(["server", "database"]);
  expect(errors).toEqual(["The worker is gone.", "Stopping took longer than 0.001 s."]);
});
