import { base62 } from "@/lib/kit/id";

const countLength = 4;
const randomLength = 8;
let count = 0;

/**
 * An id as it would have been made at `moment`: rows of the past sort among themselves as if they
 * had been written then. Of one millisecond, the one made first sorts first.
 */
export function pastId(moment: Date): string {
  count = (count + 1) % 62 ** countLength;
  const random = crypto.getRandomValues(new Uint32Array(2));
  const digits = Array.from(random, (value) => base62(value, randomLength / 2)).join("");
  return base62(moment.getTime(), 8) + base62(count, countLength) + digits;
}
