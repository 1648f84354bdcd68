import { expect, it } from "vitest";
import { fullDiskError } from "./disk-errors";

const errorOf = (code: string) => Object.assign(new Error("could not write"), { code });

it("knows a full disk from what lies beneath an error", () => {
  const query = new Error("Failed query", { cause: errorOf("53100") });
  expect(fullDiskError(query, "/data")?.message).toBe(
    "The disk of the database is full. Free some space and start again.",
  );
  expect(fullDiskError(errorOf("ENOSPC"), "/data")?.message).toMatch(/^The disk of \/data is full/);
});

it("leaves other errors what they are", () => {
  expect(fullDiskError(errorOf("ENOENT"), "/data")).toBeNull();
  expect(fullDiskError(new Error("defect"), "/data")).toBeNull();
  expect(fullDiskError("defect", "/data")).toBeNull();
});
