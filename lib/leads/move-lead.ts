import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { editLead } from "./internal/edit-lead";
import { findStage } from "./internal/resolve";
import { columnsInStage, placeInEvent } from "./internal/stage-columns";
import type { Lead, LeadReference, StageReference } from "./model";

/**
 * Moves a lead to the top of a stage; one that is in it already stays where it is.
 * @throws NotFound; Invalid at `stage` for one that the location does not have.
 */
export function moveLead(
  context: Context,
  { lead: reference, stage: to }: { lead: LeadReference; stage: StageReference },
): Promise<Lead> {
  return editLead(context, reference, async (lead, transaction) => {
    const stage = await findStage(transaction, context, to);
    if (!stage) throw Invalid.field("stage", "unknown", "There is no such stage. Choose one of the location's stages.");
    if (stage.id === lead.stage.id) return null;
    const columns = columnsInStage(context, stage);
    const moved = { before: placeInEvent(lead.stage, lead), after: placeInEvent(stage, columns) };
    return { columns, event: { type: "lead.stage_changed", ...moved } };
  });
}
