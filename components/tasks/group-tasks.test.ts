import { expect, test } from "vitest";
import { groupByLead, groupTasks, type ListedTask } from "./group-tasks";

const due = (dueAt: string | null, completedAt: string | null = null): ListedTask => ({
  id: String(dueAt),
  title: "Call",
  body: null,
  repeats: null,
  assignedTo: null,
  contact: { id: "contact", name: null },
  lead: null,
  dueAt,
  completedAt,
});

test("tasks stand under the day they are due, in the location's zone", () => {
  const now = new Date("2026-03-10T22:30:00Z");
  const tasks = [
    due("2026-03-10T22:00:00Z"),
    // Half past eleven in the evening in Berlin, and half past twelve.
    due("2026-03-10T22:45:00Z"),
    due("2026-03-10T23:30:00Z"),
    due("2026-03-15T09:00:00Z"),
    due("2026-03-20T09:00:00Z"),
    due(null),
    due("2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z"),
  ];
  expect(groupTasks(tasks, now, "Europe/Berlin").map(({ name }) => name)).toEqual([
    "overdue",
    "today",
    "tomorrow",
    "week",
    "later",
    "undated",
    "done",
  ]);
});

test("or under their leads, the one that is due first before the others", () => {
  const of = (lead: string | null, dueAt: string): ListedTask => ({
    ...due(dueAt),
    lead: lead === null ? null : { id: lead, name: lead },
  });
  const tasks = [of(null, "01"), of("roof", "02"), of("barn", "03"), of("roof", "04")];
  const groups = groupByLead(tasks).map(({ lead, tasks: group }) => [lead?.id, ...group.map(({ dueAt }) => dueAt)]);
  expect(groups).toEqual([
    ["roof", "02", "04"],
    ["barn", "03"],
    [undefined, "01"],
  ]);
});
