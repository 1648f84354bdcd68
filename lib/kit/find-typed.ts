/**
 * The items whose words have what somebody types, in their order: first those that begin with it, then
 * those of which a word does. All of them while nothing is typed.
 */
export function findTyped<Item>(items: readonly Item[], typed: string, wordsOf: (item: Item) => string): Item[] {
  const sought = typed.toLowerCase();
  const ranked = items.map((item) => ({ item, rank: rankOf(wordsOf(item).toLowerCase(), sought) }));
  return ranked
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => Number(one.rank) - Number(other.rank))
    .map(({ item }) => item);
}

function rankOf(words: string, sought: string): number | null {
  if (words.startsWith(sought)) return 0;
  if (words.includes(` ${sought}`)) return 1;
  return words.includes(sought) ? 2 : null;
}
