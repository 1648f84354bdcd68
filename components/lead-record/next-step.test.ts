import { expect, test } from "vitest";
import { nextStepOf } from "./next-step";

const asOf = "2026-11-22T12:00:00.000Z";
const task = (title: string, dueAt: string | null, completedAt: string | null = null) => ({
  id: title,
  title,
  body: null,
  repeats: null,
  assignedTo: null,
  dueAt,
  completedAt,
  steps: [],
});
const appointment = (note: string, startsAt: string, endsAt: string, status = "confirmed") => ({
  id: note,
  note,
  startsAt,
  endsAt,
  status,
  hostName: null,
});
const soon = appointment("Visit", "2026-11-23T09:00:00.000Z", "2026-11-23T10:00:00.000Z");

test("what is due first comes first, whatever it is", () => {
  const tasks = [task("Send the offer", "2026-11-24T09:00:00.000Z"), task("Call back", null)];
  expect(nextStepOf({ asOf, tasks, appointments: [soon] })).toMatchObject({ kind: "appointment", title: "Visit" });
  expect(nextStepOf({ asOf, tasks, appointments: [] })).toMatchObject({ kind: "task", title: "Send the offer" });
  expect(nextStepOf({ asOf, tasks: tasks.slice(1), appointments: [] })).toMatchObject({ title: "Call back", at: null });
});

test("an open task is late once its time has passed", () => {
  const late = task("Send the report", "2026-11-18T11:00:00.000Z");
  expect(nextStepOf({ asOf, tasks: [late], appointments: [soon] })).toMatchObject({ isLate: true });
});

test("what is done, over or called off is not next", () => {
  const tasks = [task("Sent", "2026-11-18T11:00:00.000Z", "2026-11-19T11:00:00.000Z")];
  const appointments = [
    appointment("Over", "2026-11-22T10:00:00.000Z", "2026-11-22T11:00:00.000Z"),
    { ...soon, status: "cancelled" },
  ];
  expect(nextStepOf({ asOf, tasks, appointments })).toBeNull();
  expect(nextStepOf({ asOf, tasks, appointments: [soon] })).toMatchObject({ title: "Visit", isLate: false });
});
