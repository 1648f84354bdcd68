import { isMeant, wordsOf } from "@/components/shell/palette/match";
import type { ShortcutGroup } from "@/components/shell/shortcuts";

/** What some keys do; each of `keys` does it. */
export type HelpRow = { description: string; keys: string[] };
export type HelpGroup = { title: string; rows: HelpRow[] };

/** The keyboard map as the help sheet shows it: what does the same stands in one row. Only what is about the words typed. */
export function helpGroups(groups: readonly ShortcutGroup[], typed: string): HelpGroup[] {
  const words = wordsOf(typed);
  return groups
    .map(({ title, shortcuts }) => {
      const byDescription = Map.groupBy(shortcuts, ({ description }) => description);
      const rows = [...byDescription].map(([description, same]) => ({
        description,
        keys: [...new Set(same.map(({ keys }) => keys))],
      }));
      return { title, rows: rows.filter((row) => isMeant(words, `${title} ${row.description}`, row.keys.join(" "))) };
    })
    .filter(({ rows }) => rows.length > 0);
}
