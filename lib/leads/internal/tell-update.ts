import type { opportunities } from "@/db/schema/opportunities";
import { difference, type NewEvent } from "@/lib/events/catalogue";
import type { Lead } from "@/lib/leads/model";
import { leadEvent } from "./edit-lead";
import { placeInEvent } from "./stage-columns";

type Row = Omit<
  typeof opportunities.$inferSelect,
  "locationId" | "searchText" | "nameLower" | "mergedIntoId" | "statusChangedAt" | "deletedAt"
>;
type Place = { pipelineId: string; position: string; stageChangedAt: Date };

/** What an update of a lead writes, as its events tell of it. */
export type Update = {
  columns: Partial<Row>;
  /** The stage it comes into, and its place there; null when it stays where it is. */
  move: { stage: { id: string; key: string; name: string; pipelineId: string }; place: Place } | null;
  /** Custom values, all of them, before and after; by `custom:<field id>`. */
  values: { before: Record<string, unknown>; after: Record<string, unknown> };
};

/** The events of an update: the move, where it is one, and what else differs. */
export function tellUpdate(
  lead: Lead,
  row: Row,
  { columns: { stageId: _, ...columns }, move, values }: Update,
): [NewEvent, ...NewEvent[]] {
  const cleared = Object.fromEntries(Object.keys(values.before).map((name) => [name, null]));
  const changed = difference<Record<string, unknown>>(
    { ...row, ...values.before },
    { ...columns, ...cleared, ...values.after },
  );
  const updated = leadEvent(lead, { type: "lead.updated", ...changed });
  if (!move) return [updated];
  const moved = { before: placeInEvent(lead.stage, lead), after: placeInEvent(move.stage, move.place) };
  return [leadEvent(lead, { type: "lead.stage_changed", ...moved }), updated];
}
