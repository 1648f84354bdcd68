import { expect, test } from "vitest";
import { aLocation, aMember, contextOf } from "@/db/testing/factories";
import { meanwhile } from "@/db/testing/meanwhile";
import { findMember, forgetCallers } from "@/lib/access/identity";
import { listMembers } from "./list-members";
import { createTeam, deleteTeam, renameTeam } from "./save-team";
import { updateMember } from "./update-member";

/** As it is in the database: a server is told to look again, a test has to say so. */
function memberNow(...of: Parameters<typeof findMember>): ReturnType<typeof findMember> {
  forgetCallers();
  return findMember(...of);
}

test("members of a team are its readers, and nobody's once it is gone", async () => {
  const location = await aLocation();
  const context = contextOf(location);
  const team = await createTeam(context, { name: " North " });
  const ada = await aMember(location, { role: "rep", visibility: "team" });
  const bob = await aMember(location, { role: "rep" });
  for (const { id } of [ada, bob]) await updateMember(context, id, { teamId: team.id });
  expect((await memberNow(ada.id, location.id))?.teamIds.toSorted()).toEqual([ada.id, bob.id].toSorted());
  await renameTeam(context, { id: team.id, name: "South" });
  expect((await listMembers(context)).teams).toEqual([{ id: team.id, name: "South" }]);
  await deleteTeam(context, team.id);
  expect((await memberNow(ada.id, location.id))?.teamIds).toEqual([ada.id]);
  await expect(deleteTeam(context, team.id)).rejects.toMatchObject({ code: "not_found" });
});

test("a team's name is its own, and a team of another location is none", async () => {
  const location = await aLocation();
  const context = contextOf(location);
  await createTeam(context, { name: "North" });
  await expect(createTeam(context, { name: "north" })).rejects.toMatchObject({ code: "invalid" });
  const elsewhere = await createTeam(contextOf(await aLocation()), { name: "North" });
  const { id } = await aMember(location);
  await expect(updateMember(context, id, { teamId: elsewhere.id })).rejects.toMatchObject({ code: "invalid" });
  await expect(renameTeam(context, { id: elsewhere.id, name: "Mine" })).rejects.toMatchObject({ code: "not_found" });
});

test("who is deactivated is no caller any more, until they are let in again", async () => {
  const location = await aLocation();
  const [admin, ada] = [await aMember(location), await aMember(location, { role: "rep" })];
  const context = contextOf(location, admin);
  await updateMember(context, ada.id, { active: false });
  expect(await memberNow(ada.id, location.id)).toBeNull();
  expect((await listMembers(context)).members.find(({ userId }) => userId === ada.id)?.deactivatedAt).toEqual(
    context.now,
  );
  await expect(updateMember(context, admin.id, { active: false })).rejects.toMatchObject({
    rule: "last_administrator",
  });
  await updateMember(context, ada.id, { active: true });
  expect((await memberNow(ada.id, location.id))?.id).toBe(ada.id);
});

test("of two who take it from each other at once, one goes on running the location", async () => {
  const location = await aLocation();
  const [ada, bob] = [await aMember(location), await aMember(location)];
  const second = meanwhile(
    contextOf(location, ada),
    (inside) => updateMember(inside, bob.id, { role: "rep" }),
    () => updateMember(contextOf(location, bob), ada.id, { active: false }),
  );
  await expect(second).rejects.toMatchObject({ rule: "last_administrator" });
});

test("somebody always runs the location", async () => {
  const location = await aLocation();
  const context = contextOf(location);
  const [first, second] = [await aMember(location), await aMember(location)];
  await updateMember(context, first.id, { role: "manager" });
  await expect(updateMember(context, second.id, { role: "rep" })).rejects.toMatchObject({ rule: "last_administrator" });
  expect((await memberNow(first.id, location.id))?.role).toBe("manager");
});
