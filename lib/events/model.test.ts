import { expect, test } from "vitest";
import { eventTypes } from "./catalogue";
import { describeEvent, sayEvent, tellingEvents } from "./model";

test("every fact of the catalogue has words of its own", () => {
  const said = eventTypes.map((type) => sayEvent({ type, stageName: null }));
  expect(new Set(said).size).toBe(eventTypes.length);
  for (const [index, type] of eventTypes.entries()) expect(said[index], type).not.toBe(type.replaceAll(/[._]/g, " "));
});

test("a fact is told as a sentence about who did it", () => {
  const moved = { type: "lead.stage_changed", stageName: "Prospect", actorName: "Ada Admin" };
  expect(describeEvent(moved)).toBe("Ada Admin moved the lead to Prospect.");
  expect(describeEvent({ ...moved, stageName: null })).toBe("Ada Admin moved the lead.");
  expect(describeEvent({ ...moved, type: "somebody.else_said" })).toBe("Ada Admin somebody else said.");
});

test("an import is told with what it brought", () => {
  const finished = { type: "import.finished", stageName: null, actorName: "Ada Admin" };
  expect(describeEvent(finished)).toBe("Ada Admin finished an import.");
  const brought = (leads: number) => describeEvent({ ...finished, imported: { leads, fileName: "fair.csv" } });
  expect(brought(1)).toBe("Ada Admin imported 1 lead from fair.csv.");
  expect(brought(12_000)).toBe("Ada Admin imported 12,000 leads from fair.csv.");
});

test("quiet facts are not told, nor a plain change beside the one that says what it was", () => {
  const at = (type: string, leadId = "lead-1", occurredAt = new Date(0)) => ({ type, leadId, occurredAt });
  const told = (...facts: ReturnType<typeof at>[]) => tellingEvents(facts).map(({ type }) => type);
  expect(told(at("lead.updated"), at("contact.updated"))).toEqual(["lead.updated"]);
  expect(told(at("lead.updated"), at("lead.stage_changed"))).toEqual(["lead.stage_changed"]);
  expect(told(at("lead.updated"), at("lead.stage_changed", "lead-2"))).toEqual(["lead.updated", "lead.stage_changed"]);
  expect(told(at("lead.updated"), at("note.created", "lead-1", new Date(1)))).toEqual(["lead.updated", "note.created"]);
});
