import { beforeAll, expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { type BrowseTasks, browseTasks } from "./browse-tasks";
import { createTask } from "./create-task";
import { deleteTask } from "./delete-task";
import { updateTask } from "./update-task";

const now = new Date("2026-03-27T10:00:00Z");
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let location: Location;
let ada: Member;
let context: Context;
let contactId: string;

beforeAll(async () => {
  location = await aLocation({ timeZone: "Europe/Berlin" });
  ada = await aMember(location, { name: "Ada", role: "rep", visibility: "own" });
  context = contextOf(location, ada, now);
  contactId = (await aLead(location)).contact.id;
});

/** Somebody who sees everything. */
const all = () => contextOf(location, undefined, now);

/** The titles of a whole list, read in pages of two. */
async function titles(reader: Context, list: Omit<BrowseTasks, "limit" | "after">): Promise<string[]> {
  const found: string[] = [];
  let after: BrowseTasks["after"];
  do {
    const page = await browseTasks(reader, { ...list, limit: 2, ...(after && { after }) });
    found.push(...page.tasks.map(({ title }) => title));
    after = page.next ?? undefined;
  } while (after);
  return found;
}

test("tasks are listed by when they are due, and counted for the caller", async () => {
  const mine = { contactId, assignedToId: ada.id };
  await createTask(all(), { ...mine, title: "some day" });
  await createTask(all(), { ...mine, title: "in two days", dueAt: at(48) });
  await createTask(all(), { ...mine, title: "late", dueAt: at(-1) });
  await createTask(all(), { ...mine, title: "tonight", dueAt: at(12.9) });
  await createTask(all(), { ...mine, title: "tomorrow", dueAt: at(13.1) });
  await createTask(all(), { contactId, title: "nobody's" });
  const ordered = ["late", "tonight", "tomorrow", "in two days", "some day"];
  expect(await titles(context, { state: "open", of: "me" })).toEqual(ordered);
  expect(await titles(context, { state: "open", of: "everybody" })).toEqual(ordered);
  expect(await titles(context, { state: "open", of: "nobody" })).toEqual([]);
  expect(await titles(all(), { state: "open", of: "nobody" })).toEqual(["nobody's"]);
  const { counts } = await browseTasks(context, { state: "open", of: "me", limit: 1 });
  expect(counts).toEqual({ open: 5, overdue: 1, today: 1 });
});

test("somebody works on a task that was given to them, whatever else they may see, and on no other", async () => {
  const given = await createTask(all(), { contactId, title: "given", assignedToId: ada.id });
  const other = await createTask(all(), { contactId, title: "not given" });
  const done = await updateTask(context, { taskId: given.id, changes: { completed: true } });
  expect(done.completedAt).toEqual(now);
  expect(await titles(context, { state: "done", of: "me" })).toEqual(["given"]);
  await expect(updateTask(context, { taskId: other.id, changes: { completed: true } })).rejects.toThrow(NotFound);
  await expect(deleteTask(context, { taskId: other.id })).rejects.toThrow(NotFound);
});

test("what somebody else made of a task meanwhile is not written over, and both values are told", async () => {
  const [{ id }, grace] = await Promise.all([
    createTask(all(), { contactId, title: "clash", assignedToId: ada.id, dueAt: at(1) }),
    aMember(location, { name: "Grace" }),
  ]);
  const put = (who: Context, dueAt: Date, known: Date) =>
    updateTask(who, { taskId: id, changes: { dueAt }, known: { dueAt: known } });
  await put(contextOf(location, grace, now), at(2), at(1));
  await expect(put(context, at(3), at(1))).rejects.toMatchObject({
    code: "conflict",
    clashes: [{ field: "dueAt", wanted: at(3), present: at(2), by: "Grace" }],
  });
  // Another field is nobody's but theirs, and the same value twice is no clash.
  await updateTask(context, { taskId: id, changes: { title: "no clash" }, known: { title: "clash" } });
  expect(await put(context, at(2), at(1))).toMatchObject({ title: "no clash", dueAt: at(2) });
  await put(context, at(3), at(2));
});

test("a task that repeats is followed by the next, at the same time of day, when it is ticked off", async () => {
  const task = { contactId, title: "weekly call", assignedToId: ada.id, repeats: "weekly" as const };
  // Two weeks ago at 11:00 in Berlin; the clocks change on 29 March.
  const { id } = await createTask(all(), { ...task, dueAt: new Date("2026-03-16T10:00:00Z") });
  await updateTask(context, { taskId: id, changes: { completed: true } });
  await updateTask(context, { taskId: id, changes: { completed: true } });
  const { tasks } = await browseTasks(context, { state: "open", of: "me", limit: 100 });
  const next = tasks.filter(({ title }) => title === "weekly call");
  expect(next).toMatchObject([{ dueAt: new Date("2026-03-30T09:00:00Z"), repeats: "weekly" }]);
});
