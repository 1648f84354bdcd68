import type { Context } from "@/lib/access/context";
import { listen } from "@/lib/data/announcements";
import { processWide } from "@/lib/kit/process-wide";
import { keepWatch } from "./keep-watch";
import { type NumberedEvent, readEvents } from "./read-events";

/** A screen that wants to know. */
export type Screen = {
  context: Context;
  /** Told what happened, whoever may know of it. */
  tell: (happened: NumberedEvent[]) => void;
  /** Told that announcements may have been missed. */
  lookAgain: () => void;
};

type Place = { screens: Set<Screen>; watching: Promise<() => void> };
type Hub = { places: Map<string, Place>; stop: (() => void) | null };

/** An announcement: a location's id, and the first and the last id of what was written. */
const announcement = /^([0-9A-Za-z]{20})([0-9A-Za-z]{20})([0-9A-Za-z]{20})$/;
/** More events of one transaction than screens are told of one by one. */
export const toldAtOnce = 500;

const hub = (): Hub => processWide<Hub>("live.hub", () => ({ places: new Map(), stop: null }));

/** Adds a screen; its location's events reach it once the promise is kept. Answers what takes it away again. */
export async function join(screen: Screen): Promise<() => void> {
  const { places } = hub();
  hub().stop ??= listen("leadwright_events", announced);
  const { id } = screen.context.location;
  const place = places.get(id) ?? { screens: new Set(), watching: keepWatch(screen.context) };
  places.set(id, place);
  place.screens.add(screen);
  const leave = () => {
    place.screens.delete(screen);
    if (place.screens.size > 0) return;
    if (places.get(id) === place) places.delete(id);
    if (places.size === 0) {
      hub().stop?.();
      hub().stop = null;
    }
    void place.watching.then(
      (stop) => stop(),
      () => {},
    );
  };
  await place.watching.catch((error: unknown) => {
    leave();
    // The next screen tries again.
    places.delete(id);
    throw error;
  });
  return leave;
}

function announced(payload: string): void {
  const [, locationId, first, last] = announcement.exec(payload) ?? [];
  if (locationId === undefined || first === undefined || last === undefined) {
    // The connection was lost and came back.
    for (const { screens } of hub().places.values()) for (const screen of screens) screen.lookAgain();
    return;
  }
  const place = hub().places.get(locationId);
  if (place) void deliver(place, first, last);
}

/** Reads what was announced once for all screens of a location. */
async function deliver({ screens }: Place, first: string, last: string): Promise<void> {
  const [some] = screens;
  if (!some) return;
  try {
    // The first itself has to be among what comes after: one step before it in the order of ids.
    const happened = await readEvents(some.context, { from: first.slice(0, -1), to: last, most: toldAtOnce + 1 });
    if (happened.length > toldAtOnce) for (const screen of screens) screen.lookAgain();
    else for (const screen of screens) screen.tell(happened);
  } catch {
    for (const screen of screens) screen.lookAgain();
  }
}
