import { expect, test } from "vitest";
import { groupTasks, type ListedTask } from "./group-tasks";

test("tasks stand under the day they are due, in the location's zone", () => {
  const now = new Date("2026-03-10T22:30:00Z");
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
