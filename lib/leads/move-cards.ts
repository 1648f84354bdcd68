import type { Context } from "@/lib/access/context";
import { together } from "@/lib/data/doors";
import { readBoardCards } from "./list-board-cards";
import type { BoardCard } from "./model";
import { type MoveLeads, moveLeads } from "./move-leads";

/** Moves leads and answers their cards, in the order they were named. @throws what `moveLeads` throws. */
export function moveCards(context: Context, input: MoveLeads): Promise<BoardCard[]> {
  return together(context, async (inside) => {
    const moved = await moveLeads(inside, input);
    const ids = moved.map(({ id }) => id);
    const cards = await readBoardCards(inside, { ids });
    return cards.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  });
}
