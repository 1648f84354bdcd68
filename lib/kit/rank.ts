import { base62 } from "./id";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const countLength = 3;
let given = 0;

/**
 * The key of a card that comes first in its column: later moments sort before earlier ones, so a
 * new card needs no look at its neighbours. Keys of one moment and one process count on, so that
 * there is room between any two of them.
 */
export function firstRank(now: number): string {
  given = (given + 1) % 62 ** countLength;
  return `${base62(62 ** 8 - 1 - now, 8)}${base62(62 ** countLength - 1 - given, countLength)}V`;
}

/**
 * A key between two neighbours (null: no neighbour on that side), compared as bytes. Placing a
 * card writes its own row and no other.
 * @throws RangeError when `before` is not smaller than `after`.
 */
export function rankBetween(before: string | null, after: string | null): string {
  const low = before ?? "";
  if (after !== null && low >= after) throw new RangeError("The neighbours are in the wrong order.");
  let rank = "";
  for (let place = 0; ; place++) {
    const from = place < low.length ? digits.indexOf(low.charAt(place)) : 0;
    // Once the key is below `after`, every digit is open.
    const open = after === null || rank < after.slice(0, place);
    const to = open ? digits.length : place < (after?.length ?? 0) ? digits.indexOf(after?.charAt(place) ?? "") : 0;
    if (to - from > 1) return rank + digits.charAt(Math.floor((from + to) / 2));
    rank += digits.charAt(from);
  }
}
