import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
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
  const missed = useRef<Missed>({ versions: new Map(), everything: false });
  const isBusy = held !== null || pending.size > 0;
  const latest = useLatest({ search, held });

  const follow = useEffectEvent(async () => {
    const { versions, everything } = missed.current;
    if (isBusy || (versions.size === 0 && !everything)) return;
    missed.current = { versions: new Map(), everything: false };
    // What we did ourselves, or have read already, is no news.
    const ids = [...versions].flatMap(([id, version]) =>
      version !== null && (findCard(client, search, id)?.version ?? 0) >= version ? [] : [id],
    );
    const come = await catchUp(client, search, ids, everything);
    if (come.length === 0) return;
    setArrived(new Set(come));
    setTimeout(() => setArrived(new Set()), shownMilliseconds);
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onLive((event) => {
      if (event === null) missed.current.everything = true;
      else if (event.leadId === null) return;
      else {
        const { leadId, type, version } = event;
        const now = latest.current;
        const isKnown = version !== null && (findCard(client, now.search, leadId)?.version ?? 0) >= version;
        if (now.held?.has(leadId) && !isKnown) setChangedIn(now.held);
        const known = missed.current.versions.get(leadId);
        missed.current.versions.set(leadId, isOfLead(type) && known !== null ? version : null);
      }
      timer ??= setTimeout(() => {
        timer = undefined;
        void follow();
      }, gatheredMilliseconds);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, latest]);
  useEffect(() => {
    if (!isBusy) void follow();
  }, [isBusy]);
  return { arrived, isHeldChanged: held !== null && changedIn === held };
}

/** Whether a change gives the lead a new version; tags, tasks and appointments only change what its card says. */
const isOfLead = (type: string): boolean => type.startsWith("lead.") && type !== "lead.tagged";

/** What was announced and not looked at yet: leads, each with the version it is known to have; or anything. */
type Missed = { versions: Map<string, number | null>; everything: boolean };

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
