import { expect, test } from "vitest";
import { changeColumn, moveColumn, placeColumn, readColumns, toggleColumn, writeColumns } from "./column-state";

test("columns survive the way through a URL", () => {
  const columns = readColumns("name~280,owner~160!,stage,custom:AbC~100");
  expect(columns).toEqual([
    { id: "name", width: 280 },
    { id: "owner", width: 160, isPinned: true },
    { id: "stage" },
    { id: "custom:AbC", width: 100 },
  ]);
  expect(readColumns(writeColumns(columns))).toEqual(columns);
});

test("a URL mended by hand still has the first column, each once, of a width that can be", () => {
  expect(readColumns("stage~1,<b>,stage,owner~9999!")).toEqual([
    { id: "name" },
    { id: "owner", width: 640, isPinned: true },
    { id: "stage", width: 72 },
  ]);
});

test("columns move among their like, and the first stays", () => {
  const columns = readColumns("name,owner!,stage,tags");
  expect(moveColumn(columns, "tags", -1).map(({ id }) => id)).toEqual(["name", "owner", "tags", "stage"]);
  expect(moveColumn(columns, "stage", -1).map(({ id }) => id)).toEqual(["name", "owner", "stage", "tags"]);
  expect(moveColumn(columns, "owner", -1)).toEqual(columns);
  expect(moveColumn(columns, "name", 1)).toEqual(columns);
});

test("a column is put beside another, and pinned as that one is", () => {
  const columns = readColumns("name,owner!,stage,tags~100");
  expect(writeColumns(placeColumn(columns, "tags", "stage", "left"))).toBe("name,owner!,tags~100,stage");
  expect(writeColumns(placeColumn(columns, "tags", "owner", "left"))).toBe("name,tags~100!,owner!,stage");
  expect(writeColumns(placeColumn(columns, "owner", "tags", "right"))).toBe("name,stage,tags~100,owner");
  expect(writeColumns(placeColumn(columns, "tags", "name", "left"))).toBe("name,owner!,tags~100,stage");
  expect(placeColumn(columns, "name", "tags", "right")).toEqual(columns);
  expect(placeColumn(columns, "gone", "tags", "right")).toEqual(columns);
});

test("a pinned column goes to the left, a new one to the right", () => {
  const columns = readColumns("name,stage,tags");
  expect(changeColumn(columns, "tags", { isPinned: true }).map(({ id }) => id)).toEqual(["name", "tags", "stage"]);
  expect(toggleColumn(columns, "owner").map(({ id }) => id)).toEqual(["name", "stage", "tags", "owner"]);
  expect(toggleColumn(columns, "name")).toEqual(columns);
});
