type Pair = { contacts: readonly { id: string }[] };

/**
 * Which contacts belong together by pairs: a pair shares a contact with another pair, which shares one
 * with a third. Answers for each contact all that it belongs to, itself among them.
 */
export function clustersOf(pairs: readonly Pair[]): Map<string, readonly string[]> {
  const clusters = new Map<string, string[]>();
  for (const { contacts } of pairs) {
    const together = [...new Set(contacts.flatMap(({ id }) => clusters.get(id) ?? [id]))];
    for (const id of together) clusters.set(id, together);
  }
  return clusters;
}
