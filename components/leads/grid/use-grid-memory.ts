import { useCallback, useState } from "react";
import type { Cursor } from "./use-cursor";

type Place = { offset: number; cursor: Cursor };

/** Where each list was left, while this page of the browser lives. */
const places = new Map<string, Place>();
const mostPlaces = 20;

/** The place at which a list was left, to go on there, and the way to remember it. */
export function useGridMemory(key: string, firstLead: string | null) {
  const [initial] = useState<Place>(() => places.get(key) ?? { offset: 0, cursor: { leadId: firstLead, place: 1 } });
  const keep = useCallback(
    (offset: number, cursor: Cursor) => {
      places.delete(key);
      places.set(key, { offset, cursor });
      const [oldest] = places.keys();
      if (places.size > mostPlaces && oldest !== undefined) places.delete(oldest);
    },
    [key],
  );
  return { ...initial, keep };
}
