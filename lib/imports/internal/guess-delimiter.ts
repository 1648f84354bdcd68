import type { Delimiter } from "@/lib/imports/model/file";

const delimiters: readonly Delimiter[] = [",", ";", "\t"];
const linesLookedAt = 20;

/**
 * The delimiter of a CSV file whose text begins so: the one that divides its first lines into the same
 * number of parts, more than one; of several the one with the most parts. A file of one column has a
 * comma.
 */
export function guessDelimiter(text: string): Delimiter {
  const hint = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const hinted = delimiters.find((delimiter) => delimiter === hint);
  if (hinted) return hinted;
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    const counts = countOutsideQuotes(text, delimiter);
    const [first = 0] = counts;
    if (first === 0) continue;
    const alike = counts.filter((count) => count === first).length / counts.length;
    const score = alike * 1000 + Math.min(first, 500);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** How often `delimiter` stands outside of quotes on each of the first lines that are not empty. */
function countOutsideQuotes(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let isQuoted = false;
  let count = 0;
  let length = 0;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === delimiter) count++;
    if (character === "\n" && !isQuoted) {
      if (length > 0) counts.push(count);
      if (counts.length === linesLookedAt) return counts;
      count = 0;
      length = 0;
    } else if (character !== "\r") length++;
  }
  // The last line may be cut off in the middle: it counts only when it is the only one.
  return counts.length > 0 ? counts : [count];
}
