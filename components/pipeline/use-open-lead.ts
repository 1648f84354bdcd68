import { useQueryClient } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useEffectEvent } from "react";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { columnOf } from "./board-cache";
import type { BoardStore } from "./board-store";
import type { BoardSearch } from "./search-params";

/**
 * Opens a lead in the panel beside the board. As long as one is open, `onLeads` is told which leads the
 * board has, column by column, so that one can go from each to the next.
 */
export function useOpenLead(
  store: BoardStore,
  board: BoardAnswer,
  search: BoardSearch,
  onLeads: (leadIds: readonly string[]) => void,
): (leadId: string) => void {
  const client = useQueryClient();
  const [lead, setLead] = useQueryState("lead", parseAsString.withOptions({ history: "push" }));
  const tell = useEffectEvent(() =>
    onLeads(board.columns.flatMap(({ id }) => columnOf(client, search, id).cards.map((card) => card.id))),
  );
  const isOpen = lead !== null;
  useEffect(() => store.set({ openId: lead }), [store, lead]);
  useEffect(() => {
    if (!isOpen) return undefined;
    tell();
    return client.getQueryCache().subscribe(({ type, query }) => {
      // As loose as the library has it.
      const [area, part] = query.queryKey as readonly unknown[];
      if (type === "updated" && area === "board" && part === "cards") tell();
    });
  }, [isOpen, client]);
  return (leadId) => void setLead(leadId);
}
