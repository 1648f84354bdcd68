import { expect, test } from "vitest";
import { newId } from "@/lib/kit/id";
import { fromTemplate, toTemplate } from "./statement-template";

const since = newId();

test("puts a request's own values in, wherever they stand", () => {
  const id = newId();
  const recorded = [
    { text: "select $1", values: [4321, 25, "%okaf%", [since]] },
    { text: "insert $1", values: [id, JSON.stringify([{ id, title: "Roof for qabc", number: 25 }])] },
  ];
  const template = toTemplate(recorded, { number: 4321, part: "okaf", word: "qabc" }, since);
  const [first, second] = fromTemplate(template, { number: 7, part: "lind", word: "qxyz" });
  expect(first?.values).toEqual(["7", 25, "%lind%", [since]]);
  const [made, events] = second?.values ?? [];
  expect(made).toMatch(/^[0-9A-Za-z]{20}$/);
  expect(made).not.toBe(id);
  expect(JSON.parse(String(events))).toEqual([{ id: made, title: "Roof for qxyz", number: 25 }]);
});

test("leaves statements alone that have nothing of the request in them", () => {
  const recorded = [{ text: "begin", name: undefined, values: undefined }];
  expect(fromTemplate(toTemplate(recorded, { number: 1 }, since), { number: 2 })).toEqual(recorded);
});
