import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useLatest } from "@/components/ui/use-latest";
import { api } from "@/lib/client/api";
import { onLive } from "@/lib/client/live";
import type { CardsAnswer } from "@/lib/dialects/native/board";
import { findCard, putCards, refreshHeads } from "./board-cache";
import { type BoardState, type BoardStore, useStoredState } from "./board-store";
import { askedOfCards, type BoardSearch } from "./search-params";

const gatheredMilliseconds = 120;
/** So many changed leads are read one by one; after more, the columns are read again. */
const mostOneByOne = 100;
const shownMilliseconds = 1600;

/**
 * Follows what others do to the leads of the board. While cards are in the hand nothing under them
 * moves: it is made up for when they are put down. Answers whether somebody changed one of those.
 */
export function useLiveBoard(store: BoardStore, search: BoardSearch): boolean {
  const client = useQueryClient();
  const held = useStoredState(store, heldOf);
  const isMoving = useStoredState(store, ({ pending }) => pending.size > 0);
  /** The cards in the hand that were changed there: it is forgotten with them. */
  const [changedIn, setChangedIn] = useState<ReadonlySet<string> | null>(null);
  const missed = useRef<Missed>({ versions: new Map(), everything: false });
  const isBusy = held !== null || isMoving;
  const latest = useLatest(search);

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
    store.set({ arrived: new Set(come) });
    setTimeout(() => store.set({ arrived: new Set() }), shownMilliseconds);
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onLive((event) => {
      if (event === null) missed.current.everything = true;
      else if (event.leadId === null) return;
      else {
        const { leadId, type, version } = event;
        const isKnown = version !== null && (findCard(client, latest.current, leadId)?.version ?? 0) >= version;
        const inHand = heldOf(store.get());
        if (inHand?.has(leadId) && !isKnown) setChangedIn(inHand);
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
  }, [client, latest, store]);
  useEffect(() => {
    if (!isBusy) void follow();
  }, [isBusy]);
  return held !== null && changedIn === held;
}

/** The cards in the hand, of the mouse or of the keyboard. */
const heldOf = ({ dragged, lift }: BoardState): ReadonlySet<string> | null => dragged ?? lift?.ids ?? null;

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
  if (everything || ids.length > mostOneByOne) {
    await client.invalidateQueries({ queryKey: ["board"] });
    return [];
  }
  if (ids.length === 0) return [];
  try {
    // Whether a filter still lets a lead through is the server's to say.
    const asked = new URLSearchParams({ ...askedOfCards(search), ids: ids.join(",") });
    const { cards } = await api<CardsAnswer>(`/api/app/board/cards/by-id?${asked}`);
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
