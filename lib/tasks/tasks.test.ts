import { beforeAll, expect, test } from "vitest";
import { eventsOfContact } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import { Invalid, NotFound } from "@/lib/access/errors";
import { createTask } from "./create-task";
import { deleteTask } from "./delete-task";
import { getContactTask, listContactTasks } from "./list-tasks";
import { updateTask } from "./update-task";

let context: Context;
let contactId: string;

beforeAll(async () => {
  const location = await aLocation();
  context = contextOf(location, await aMember(location, { name: "Grace" }));
  contactId = (await aLead(location)).contact.id;
});

test("a task is made, changed, ticked off, opened again and deleted", async () => {
  const due = new Date("2027-01-05T09:00:00Z");
  const made = await createTask(context, { contactId, title: "Call", dueAt: due });
  expect(made).toMatchObject({ title: "Call", body: null, dueAt: due, completedAt: null, assignedTo: null });
  expect(await listContactTasks(context, contactId)).toEqual([made]);
  const changed = await updateTask(context, { taskId: made.id, contactId, changes: { title: "Write", dueAt: null } });
  expect(changed).toMatchObject({ title: "Write", dueAt: null });
  const done = await updateTask(context, { taskId: made.id, changes: { completed: true } });
  expect(done.completedAt).toEqual(context.now);
  const open = await updateTask(context, { taskId: made.id, changes: { completed: false } });
  expect(open.completedAt).toBeNull();
  await updateTask(context, { taskId: made.id, changes: { completed: false } });
  await deleteTask(context, { taskId: made.id, contactId });
  await expect(getContactTask(context, { contactId, taskId: made.id })).rejects.toThrow(NotFound);
  await expect(deleteTask(context, { taskId: made.id })).rejects.toThrow(NotFound);
  const types = (await eventsOfContact(context.location, { id: contactId }))
    .map(({ type }) => type)
    .filter((type) => type.startsWith("task."));
  expect(types).toEqual(["task.created", "task.updated", "task.completed", "task.updated", "task.deleted"]);
});

test("a task is of a contact that is there, and of somebody of the location", async () => {
  const stranger = await aMember(await aLocation());
  await expect(createTask(context, { contactId: "0".repeat(20), title: "x" })).rejects.toThrow(NotFound);
  const wrong = createTask(context, { contactId, title: "x", assignedToId: stranger.id });
  await expect(wrong).rejects.toThrow(Invalid);
});
