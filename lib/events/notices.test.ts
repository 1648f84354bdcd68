import { expect, test } from "vitest";
import { concerns, noticesOf, type NoticedEvent } from "./notices";

const lead = (id: string, type: string, before: Record<string, unknown>, after: Record<string, unknown>) =>
  ({ type, subject: { type: "lead", id }, contactId: "c", opportunityId: id, before, after }) satisfies NoticedEvent;

const told = (...events: NoticedEvent[]) =>
  noticesOf(events, "ada").map(({ userId, kind, subjectId, count }) => ({ userId, kind, subjectId, count }));

test("who comes to own or to work on a lead is told, who did before is not", () => {
  const people = (...ids: string[]) => ids.map((id) => ({ id, name: id }));
  const bob = { userId: "bob", kind: "assigned", subjectId: "x", count: 1 };
  expect(told(lead("x", "lead.created", {}, { ownerId: "bob" }))).toEqual([bob]);
  expect(told(lead("x", "lead.assigned", { ownerId: "eve" }, { ownerId: "bob" }))).toEqual([bob]);
  expect(told(lead("x", "lead.updated", { ownerId: null }, { ownerId: "bob" }))).toEqual([bob]);
  expect(told(lead("x", "lead.assigned", { assigned: people("eve") }, { assigned: people("eve", "bob") }))).toEqual([
    bob,
  ]);
  expect(told(lead("x", "lead.assigned", { ownerId: "bob" }, { ownerId: null }))).toEqual([]);
  expect(told(lead("x", "lead.updated", { name: "bob" }, { name: "eve" }))).toEqual([]);
});

test("nobody is told of what they did themselves, and others are", () => {
  expect(told(lead("x", "lead.created", {}, { ownerId: "ada" }))).toEqual([]);
  const note: NoticedEvent = {
    type: "note.mentioned",
    subject: { type: "note", id: "n" },
    after: { userIds: ["ada", "bob"] },
  };
  expect(told(note)).toEqual([{ userId: "bob", kind: "mentioned", subjectId: "n", count: 1 }]);
  expect(concerns(note, "bob", "ada")).toBe(true);
  expect(concerns(note, "eve", "ada")).toBe(false);
});

test("many leads at once are told of as one, with how many they are", () => {
  const events = ["x", "y", "z"].map((id) => lead(id, "lead.assigned", { ownerId: null }, { ownerId: "bob" }));
  expect(told(...events)).toEqual([{ userId: "bob", kind: "assigned", subjectId: null, count: 3 }]);
});

test("a task tells whom it is given to, and who has it when it falls due", () => {
  const task = (type: string, before: Record<string, unknown>, after: Record<string, unknown>): NoticedEvent => ({
    type,
    subject: { type: "task", id: "t" },
    before,
    after,
  });
  const bob = { userId: "bob", kind: "assigned", subjectId: "t", count: 1 };
  expect(told(task("task.created", {}, { assignedToId: "bob" }))).toEqual([bob]);
  expect(told(task("task.updated", { assignedToId: "eve" }, { assignedToId: "bob" }))).toEqual([bob]);
  expect(told(task("task.updated", { title: "a" }, { title: "b" }))).toEqual([]);
  expect(told(task("task.due", {}, { assignedToId: "ada" }))).toEqual([]);
  expect(noticesOf([task("task.due", {}, { assignedToId: "ada" })], null)).toMatchObject([{ kind: "task_due" }]);
});
