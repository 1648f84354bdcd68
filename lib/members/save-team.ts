import { and, eq } from "drizzle-orm";
import { members, teams } from "@/db/schema/members";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";

/** People who may see each other's records. */
export type Team = { id: string; name: string };

/** Makes a team, which has nobody in it yet. @throws Invalid when there is one of that name. */
export function createTeam(context: Context, { name }: { name: string }): Promise<Team> {
  const team = { id: newId(), name: name.trim() };
  return change(context, async (transaction) => {
    await transaction.insert(teams).values({ ...team, locationId: context.location.id });
    return {
      result: team,
      events: [{ type: "settings.changed", subject: { type: "team", id: team.id }, after: team }],
    };
  });
}

/** Gives a team another name. @throws NotFound; Invalid when there is one of that name. */
export function renameTeam(context: Context, { id, name }: Team): Promise<Team> {
  return change(context, async (transaction) => {
    const [before] = await transaction.select({ name: teams.name }).from(teams).where(isTeam(context, id));
    if (!before) throw new NotFound("team");
    const after = { name: name.trim() };
    await transaction
      .update(teams)
      .set({ ...after, updatedAt: context.now })
      .where(isTeam(context, id));
    return {
      result: { id, ...after },
      events: [{ type: "settings.changed", subject: { type: "team", id }, before, after }],
    };
  });
}

/** Removes a team; its people stay, and see their own records until they are given another. @throws NotFound. */
export function deleteTeam(context: Context, id: string): Promise<void> {
  return change(context, async (transaction) => {
    await transaction
      .update(members)
      .set({ teamId: null, updatedAt: context.now })
      .where(and(eq(members.locationId, context.location.id), eq(members.teamId, id)));
    const [before] = await transaction.delete(teams).where(isTeam(context, id)).returning({ name: teams.name });
    if (!before) throw new NotFound("team");
    return { result: undefined, events: [{ type: "settings.changed", subject: { type: "team", id }, before }] };
  });
}

const isTeam = (context: Context, id: string) => and(eq(teams.locationId, context.location.id), eq(teams.id, id));
