import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { integrationScopes } from "@/lib/locations/model";
import { documentedOperations, findDocumentedOperation } from "./catalogue";
import { describeMap, implementedOperations, shapeOf } from "./map";

const implemented = implementedOperations(routeTable);

test("the page of the API says what the routes do", () => {
  expect(readFileSync("docs/api/highlevel.md", "utf8")).toBe(describeMap(routeTable));
  expect(documentedOperations).toHaveLength(187);
});

test.each(implemented.map((operation) => [operation.id, operation] as const))(
  "%s answers where it is documented",
  (id, { method, path }) => {
    const documented = findDocumentedOperation(id);
    expect([method, shapeOf(path)]).toEqual([documented?.method, shapeOf(documented?.path ?? "")]);
  },
);

test("an operation is implemented once", () => {
  expect(new Set(implemented.map(({ id }) => id)).size).toBe(implemented.length);
});

test("every scope that an operation needs can be given, and its words are known", () => {
  for (const { id, access } of documentedOperations) {
    expect(
      access.scopes.filter((scope) => !integrationScopes.includes(scope)),
      id,
    ).toEqual([]);
    expect(
      access.resources.filter((resource) => resource !== "location" && resource !== "company"),
      id,
    ).toEqual([]);
  }
});
