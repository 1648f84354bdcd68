import { expect, test } from "vitest";
import { SetupError } from "@/lib/kit/setup-error";
import { parseEnvironment } from "./environment";

test("a setting that is set to nothing is not set", () => {
  const empty = {
    PORT: "",
    DATABASE_URL: "",
    DATA_DIR: "",
    DEMO: "",
    RATE_LIMIT_BURST: "",
    TRUST_PROXY: "",
    WORKER: "",
  };
  expect(parseEnvironment(empty)).toEqual(parseEnvironment({}));
  expect(parseEnvironment(empty)).toMatchObject({ PORT: 3000, RATE_LIMIT_BURST: 100, WORKER: "inline" });
});

test("all settings that are wrong are named", () => {
  expect(() => parseEnvironment({ PORT: "70000", WORKER: "sometimes" })).toThrow(SetupError);
  expect(() => parseEnvironment({ PORT: "70000", WORKER: "sometimes" })).toThrow(/PORT: [^]*WORKER: /);
  expect(() => parseEnvironment({ DATABASE_URL: "hello" })).toThrow(/DATABASE_URL: .*postgres:\/\/user:password@host/);
});
