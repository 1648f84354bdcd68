import { expect, test } from "vitest";
import { localPath, paths } from "./paths";

test("screens are where they are", () => {
  expect(paths.overview()).toBe("/");
  expect(paths.leads()).toBe("/leads");
  expect(paths.leads({ stage: "prospect", q: "a b" })).toBe("/leads?stage=prospect&q=a+b");
  expect(paths.pipeline({ status: "won" })).toBe("/pipeline?status=won");
  expect(paths.lead("x")).toBe("/leads/x");
  expect([paths.imports(), paths.import("x")]).toEqual(["/leads/import", "/leads/import/x"]);
  expect(paths.signIn("/leads?q=1")).toBe("/sign-in?returnTo=%2Fleads%3Fq%3D1");
});

test.each(["/", "/leads?q=ada&stage=x", "/leads/42#notes"])("%s is a path of our own", (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  null,
  undefined,
  "",
  "leads",
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "/a\\b",
  "/a\nb",
  "javascript:alert(1)",
])("%j leads to the overview instead", (path) => {
  expect(localPath(path)).toBe("/");
});
