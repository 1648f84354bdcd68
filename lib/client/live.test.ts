import { expect, test } from "vitest";
import { keysOf } from "./live";

const event = (type: string, leadId: string | null = null) => ({
  type,
  leadId,
  contactId: null,
  version: null,
  actorId: null,
});

test("what happens makes the screens that show it read again, and no others", () => {
  expect(keysOf(event("lead.stage_changed", "x"))).toEqual([["lead", "x"], ["leads"], ["overview"], ["pipelines"]]);
  expect(keysOf(event("pipeline.deleted"))).toEqual(expect.arrayContaining([["pipelines"], ["stages"], ["board"]]));
  expect(keysOf(event("note.created", "x"))).toEqual([["lead", "x"]]);
  expect(keysOf(event("task.updated", "x"))).toContainEqual(["tasks"]);
  expect(keysOf(event("settings.changed"))).toContainEqual(["stages"]);
  expect(keysOf(event("tag.renamed"))).toContainEqual(["tags"]);
  expect(keysOf(event("field.deleted"))).toContainEqual(["lead-choices"]);
  expect(keysOf(event("location.imported"))).toEqual([[]]);
  expect(keysOf({ ...event("note.mentioned", "x"), notifies: true })).toContainEqual(["notifications"]);
  expect(keysOf(event("key.created"))).toEqual([]);
});
