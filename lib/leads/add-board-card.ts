import type { Context } from "@/lib/access/context";
import { together } from "@/lib/data/doors";
import { createLead } from "./create-lead";
import { readBoardCards } from "./list-board-cards";
import type { BoardCard } from "./model";

export type AddBoardCard = { stageId: string; name: string; valueMinor?: number | null };

/**
 * Adds a lead at the top of a stage by its name, which its contact is called as well. Whoever adds it
 * owns it. Answers its card.
 * @throws Invalid at `stage` for one that the location does not have.
 */
export function addBoardCard(context: Context, { stageId, name, valueMinor }: AddBoardCard): Promise<BoardCard[]> {
  return together(context, async (inside) => {
    const { actor } = context;
    const owner = actor.type === "user" ? { username: actor.username } : undefined;
    const lead = await createLead(inside, { name, valueMinor, stage: { id: stageId }, owner, contact: { name } });
    return readBoardCards(inside, { ids: [lead.id] });
  });
}
