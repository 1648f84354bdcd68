/** The longest tag, and how many of them one record carries at most. */
export const tagLimits = { length: 255, perRecord: 100 } as const;

/** `words` trimmed and lower-cased, without empty ones and repeats: how programs of the HighLevel API know tags. */
export const lowerTags = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.trim().toLowerCase()).filter(Boolean)),
];

/** `words` as they are given, without empty ones and without those that differ from an earlier one only in case. */
export function distinctTags(words: string[]): string[] {
  const known = new Set<string>();
  return words.filter((word) => {
    const key = word.trim().toLowerCase();
    const isNew = key !== "" && !known.has(key);
    known.add(key);
    return isNew;
  });
}
