import { addMinutes } from "./local-time";
import type { PastEvent, SeededActor } from "./rows";
import type { Setting } from "./setting";
import type { Story } from "./story";

/** What is decided about a lead, beside its story. */
export type LeadFate = {
  about: { contactId: string; opportunityId: string };
  maker: SeededActor;
  owner: SeededActor | null;
  archivedAt: Date | null;
  valueMinor: number | null;
  /** What was known of the value when it came in. */
  valueAtFirst: number | null;
};

/** What happened to a lead, as the app would have written it down: made, assigned, moved, put away. */
export function leadEvents(setting: Setting, story: Story, fate: LeadFate): PastEvent[] {
  const { about, maker, owner, archivedAt, valueMinor, valueAtFirst } = fate;
  const lead = { subject: { type: "lead", id: about.opportunityId }, ...about };
  const actor = owner ?? maker;
  const [first, ...moves] = story.moves.map(({ key, at }) => ({ at, stage: setting.stage(story.pipeline.name, key) }));
  if (!first) return [];
  const made = { name: story.title, stage: first.stage.key, source: story.source, valueMinor: valueAtFirst };
  const after = { ...made, ownerId: story.madeBy ? (owner?.id ?? null) : null };
  const told: PastEvent[] = [{ at: story.createdAt, actor: maker, type: "lead.created", ...lead, after }];
  if (owner && !story.madeBy) {
    const assigned = [{ id: owner.id, name: owner.name }];
    const change = { before: { assigned: [] }, after: { assigned } };
    told.push({ at: story.assignedAt, actor: assigner(setting, owner), type: "lead.assigned", ...lead, ...change });
  }
  const [second] = moves;
  if (second && valueAtFirst !== valueMinor) {
    const change = { before: { valueMinor: valueAtFirst }, after: { valueMinor } };
    told.push({ at: addMinutes(second.at, -2), actor, type: "lead.updated", ...lead, ...change });
  }
  let from = first.stage;
  for (const { at, stage } of moves) {
    const change = { before: placeOf(from), after: placeOf(stage) };
    told.push({ at, actor, type: "lead.stage_changed", ...lead, ...change });
    from = stage;
  }
  if (archivedAt) {
    const change = { before: { archivedAt: null }, after: { archivedAt: archivedAt.toISOString() } };
    told.push({ at: archivedAt, actor, type: "lead.archived", ...lead, ...change });
  }
  return told;
}

const placeOf = ({ id, key, name }: { id: string; key: string; name: string }) => ({
  stageId: id,
  stage: key,
  stageName: name,
});

/** Mostly the manager hands out what came in; the rest is taken by whoever sees it first. */
function assigner({ random, profile, user }: Setting, owner: SeededActor): SeededActor {
  const manager = profile.users.find(({ role }) => role === "manager");
  return manager && random.chance(0.6) ? user(manager) : owner;
}
