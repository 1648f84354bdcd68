/** How far down each line of a list stands, in pixels, and behind the last how high all of them are. */
export function topsOf(count: number, heightOf: (place: number) => number): Float64Array {
  const tops = new Float64Array(count + 1);
  for (let place = 0; place < count; place += 1) tops[place + 1] = (tops[place] ?? 0) + heightOf(place);
  return tops;
}

/** The line that is so far down; the first or the last one where it is above or below all. */
export function lineAt(tops: Float64Array, offset: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The places to draw: those in sight, some before and after them, and one that is to stay wherever one scrolls. */
export function placesAround(first: number, last: number, count: number, kept: number | undefined): number[] {
  const [from, to] = [Math.max(0, first - aroundSight), Math.min(count - 1, last + aroundSight)];
  const places = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
  if (kept === undefined || kept >= count || (kept >= from && kept <= to)) return places;
  return kept < from ? [kept, ...places] : [...places, kept];
}

const aroundSight = 6;
