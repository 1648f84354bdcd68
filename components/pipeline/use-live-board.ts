import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLatest } from "@/components/ui/use-latest";
import { api } from "@/lib/client/api";
import { onLive } from "@/lib/client/live";
import type { CardsAnswer } from "@/lib/dialects/native/board";
import { findCard, putCards, refreshHeads } from "./board-cache";
import { type BoardSearch, isFiltered } from "./search-params";

const gatheredMilliseconds = 120;
/** So many changed leads are read one by one; after more, the columns are read again. */
const mostOneByOne = 100;
const shownMilliseconds = 1600;

type LiveBoard = {
  /** Leads that somebody else has just changed, for a moment. */
  arrived: ReadonlySet<string>;
  /** Whether somebody changed a card that is in the hand. */
  isHeldChanged: boolean;
};

/**
 * Follows what others do to the leads of the board. While cards are in the hand (`held`) nothing
 * under them moves: it is made up for when they are put down. `pending` are our own moves under way.
 */
export function useLiveBoard(
  search: BoardSearch,
  held: ReadonlySet<string> | null,
  pending: ReadonlySet<string>,
): LiveBoard {
  const client = useQueryClient();
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  /** The cards in the hand that were changed there: it is forgotten with them. */
  const [changedIn, setChangedIn] = useState<ReadonlySet<string> | null>(null);
  const changed = useRef(new Set<string>());
  const isStale = useRef(false);
  const latest = useLatest({ search, held, pending });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = async () => {
      timer = undefined;
      if (latest.current.held !== null) return;
      const ids = [...changed.current].filter((id) => !latest.current.pending.has(id));
      changed.current.clear();
      const everything = isStale.current;
      isStale.current = false;
      const come = await catchUp(client, latest.current.search, ids, everything);
      if (come.length === 0) return;
      setArrived(new Set(come));
      setTimeout(() => setArrived(new Set()), shownMilliseconds);
    };
    const stop = onLive((event) => {
      const { leadId, version } = event ?? { leadId: null, version: null };
      if (event === null) isStale.current = true;
      else if (leadId === null) return;
      else {
        const card = findCard(client, latest.current.search, leadId);
        // What we did ourselves, or have read already.
        if (event.type.startsWith("lead.") && card && version !== null && card.version >= version) return;
        if (latest.current.held?.has(leadId)) setChangedIn(latest.current.held);
        changed.current.add(leadId);
      }
      timer ??= setTimeout(() => void follow(), gatheredMilliseconds);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, latest]);

  const isHeld = held !== null;
  useEffect(() => {
    if (isHeld || (changed.current.size === 0 && !isStale.current)) return;
    const ids = [...changed.current];
    changed.current.clear();
    const everything = isStale.current;
    isStale.current = false;
    void catchUp(client, latest.current.search, ids, everything);
  }, [client, isHeld, latest]);
  return { arrived, isHeldChanged: held !== null && changedIn === held };
}

/** Brings changed leads onto the board, or off it. Answers those that are seen to have changed. */
async function catchUp(
  client: QueryClient,
  search: BoardSearch,
  ids: string[],
  everything: boolean,
): Promise<string[]> {
  // Whether a filter still lets a lead through is the server's to say.
  if (everything || ids.length > mostOneByOne || (isFiltered(search) && ids.length > 0)) {
    await client.invalidateQueries({ queryKey: ["board"] });
    return [];
  }
  if (ids.length === 0) return [];
  try {
    const { cards } = await api<CardsAnswer>(`/api/app/board/cards/by-id?ids=${ids.join(",")}`);
    const there = new Set(cards.map(({ id }) => id));
    putCards(
      client,
      search,
      cards,
      ids.filter((id) => !there.has(id)),
    );
    void refreshHeads(client);
    return [...there];
  } catch {
    await client.invalidateQueries({ queryKey: ["board"] });
    return [];
  }
}
