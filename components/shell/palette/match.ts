/** A part of a text and where it begins; `isMatch` where it is what was typed. */
export type TextPart = { text: string; from: number; isMatch: boolean };

/** Words that were typed, to compare with. */
export const wordsOf = (typed: string): string[] => typed.toLowerCase().split(/\s+/).filter(Boolean);

/** Whether each of `words` begins a word of the text, or of its other words. */
export function isMeant(words: readonly string[], text: string, otherWords = ""): boolean {
  const known = wordsOf(`${text} ${otherWords}`.replaceAll(/[^\p{L}\p{N}]+/gu, " "));
  return words.every((word) => known.some((each) => each.startsWith(word)));
}

/** A text in parts, those marked that are one of `words`; or, with `atStarts`, that begin a word so. */
export function markMatches(text: string, words: readonly string[], atStarts = false): TextPart[] {
  const patterns = words.map(patternOf).filter((pattern) => pattern !== "");
  if (patterns.length === 0) return [{ text, from: 0, isMatch: false }];
  const start = atStarts ? "(?<![\\p{L}\\p{N}])" : "";
  const pattern = new RegExp(`${start}(${patterns.join("|")})`, "giu");
  let from = 0;
  return text.split(pattern).flatMap((part, place) => {
    const found = { text: part, from, isMatch: place % 2 === 1 };
    from += part.length;
    return part === "" ? [] : [found];
  });
}

/** A word as a pattern. A run of digits is found through the signs between them, as in phone numbers. */
function patternOf(word: string): string {
  const digits = word.replaceAll(/[^\d]/g, "").replace(/^0+/, "");
  if (/^[+\d()./-]+$/.test(word) && digits.length > 2) return digits.split("").join("[^\\d\\p{L}]*");
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
