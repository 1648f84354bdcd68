import { type Actor, type Context, localeOf } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { findMember } from "@/lib/access/identity";
import type { ImportActor } from "@/lib/imports/model/import";

/** The caller as an import remembers them. */
export const importerOf = (context: Context): ImportActor => ({
  type: context.actor.type,
  name: context.actor.name,
  id: context.actor.type === "system" ? null : context.actor.id,
  locale: localeOf(context),
});

/**
 * The context of a job, acting as whoever started the import; people are told of all it does as `toldAs`.
 *
 * @throws Conflict when that person is a member of the location no more.
 */
export async function asImporter(context: Context, toldAs: string, actor: ImportActor | null): Promise<Context> {
  return { ...context, actor: await actorOf(context, actor), toldAs };
}

async function actorOf(context: Context, actor: ImportActor | null): Promise<Actor> {
  if (!actor || actor.type === "system" || actor.id === null) return context.actor;
  if (actor.type === "key") return { type: "key", id: actor.id, name: actor.name };
  const member = await findMember(actor.id, context.location.id);
  if (!member)
    throw new Conflict(
      "importer_gone",
      `${actor.name}, who started this import, is no member of the location any more.`,
    );
  return { ...member, locale: actor.locale ?? member.locale };
}
