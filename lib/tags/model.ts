/** A word of the location's list, which contacts carry. */
export type Tag = { id: string; name: string };

/** A tag and how many contacts have it: that many at least where it is not exact. */
export type CountedTag = Tag & { contacts: number; exact: boolean };

/** The longest tag, and how many of them one record carries at most. */
export const tagLimits = { length: 255, perRecord: 100 } as const;

/** `words` trimmed and lower-cased, without empty ones and repeats: how programs of the HighLevel API know tags. */
export const lowerTags = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.trim().toLowerCase()).filter(Boolean)),
];

/** `words` trimmed, without empty ones and without those that differ from an earlier one only in case. */
export function distinctTags(words: readonly string[]): string[] {
  const known = new Set([""]);
  return words
    .map((word) => word.trim())
    .filter((word) => {
      const key = word.toLowerCase();
      const isNew = !known.has(key);
      known.add(key);
      return isNew;
    });
}
