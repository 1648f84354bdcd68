import { expect, test } from "vitest";
import type { FilterChoices } from "@/components/leads/filter/fields";
import type { LeadRow } from "@/components/leads/queries";
import { planPaste } from "./plan-paste";
import { readTable } from "./read-table";

test("cells of a spreadsheet are lines and tabs, with quotes around what has either in it", () => {
  expect(readTable("a\tb\r\n\tc\r\n")).toEqual([
    ["a", "b"],
    ["", "c"],
  ]);
  expect(readTable('"one\ntwo"\t"say ""hi"""\nx')).toEqual([["one\ntwo", 'say "hi"'], ["x"]]);
  expect(readTable('12" pipe\n')).toEqual([['12" pipe']]);
});

// Only what the plan looks at.
const lead = (id: string, more: Partial<LeadRow> = {}) =>
  ({
    id,
    name: id,
    currency: "USD",
    valueMinor: null,
    source: null,
    owner: null,
    stage: { id: "s1", pipelineId: "p1" },
    cells: {},
    ...more,
  }) as LeadRow;
const known = {
  stages: [
    { id: "s1", name: "New", color: "#000000", pipeline: { id: "p1", name: "Sales" } },
    { id: "s2", name: "Won", color: "#000000", pipeline: { id: "p1", name: "Sales" } },
    { id: "s3", name: "Elsewhere", color: "#000000", pipeline: { id: "p2", name: "Service" } },
  ],
  choices: { users: [{ id: "u1", name: "Ada Lovelace" }], customFields: [] },
} as unknown as FilterChoices;
const columns = ["name", "valueMinor", "stage", "owner", "lastContactedOn", "createdAt"].map((id) => ({
  id,
  label: id,
}));

const planned = (text: string, place: number, leads = ["a", "b", "c"].map((id) => lead(id))) => {
  const { cells, ...counts } = planPaste({ text, at: { leadId: "a", place } }, leads, columns, known);
  return {
    ...counts,
    cells: cells.map((cell) => [cell.lead.id, cell.column.id, "content" in cell ? cell.content : { no: cell.problem }]),
  };
};

test("values go down from the cell, each checked on its own", () => {
  expect(planned("$1,200\nmuch\n300\n400", 2)).toEqual({
    unchanged: 0,
    leftOut: 1,
    cells: [
      ["a", "valueMinor", 120_000],
      ["b", "valueMinor", { no: "Write a number. For example 1,250.50." }],
      ["c", "valueMinor", 30_000],
    ],
  });
});

test("names stand for choices, days are read as spreadsheets write them, and what is so already is left alone", () => {
  expect(planned("won\tada lovelace\t24 Nov 2026\tx\nelsewhere\t\t2026/1/5", 3)).toEqual({
    unchanged: 1,
    leftOut: 0,
    cells: [
      ["a", "stage", "s2"],
      ["a", "owner", "u1"],
      ["a", "lastContactedOn", "2026-11-24"],
      ["a", "createdAt", { no: "This column can not be changed here." }],
      ["b", "stage", { no: "There is no “elsewhere” to choose." }],
      ["b", "lastContactedOn", "2026-01-05"],
    ],
  });
});
