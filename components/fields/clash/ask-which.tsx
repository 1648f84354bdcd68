import { ask } from "@/components/ui/ask";
import { ClashDialog, type Clashing } from "./clash-dialog";

/** What is to be written, and what the person took it for. */
type Writing<Fields> = { fields: Fields; known?: Fields };

/**
 * Lays fields that somebody else changed meanwhile before the person, over the page. Answers what is to be
 * written then, which they know of the fields that they saw now; null for nothing.
 */
export async function askWhich<Fields extends object>(
  { fields, known }: Writing<Fields>,
  clashing: Clashing,
): Promise<Writing<Partial<Fields>> | null> {
  const mine = await ask<string[] | null>((answer) => (
    <ClashDialog {...clashing} onChoose={answer} onLeave={() => answer(null)} />
  ));
  const clashes = clashing.clashes.map(({ field, present }): [string, unknown] => [field, present]);
  const kept = Object.entries(fields).filter(
    ([name]) => mine?.includes(name) || !clashes.some(([field]) => field === name),
  );
  if (mine === null || kept.length === 0) return null;
  // The same fields, fewer of them.
  return {
    fields: Object.fromEntries(kept) as Partial<Fields>,
    known: { ...known, ...Object.fromEntries(clashes) },
  };
}
