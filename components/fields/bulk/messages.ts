import { inLanguage } from "@/lib/kit/language";
import { sayNumber } from "@/lib/kit/number";

const leads = (count: number) => (count === 1 ? "1 lead" : `${sayNumber(count)} leads`);

/** The words of a change of many records while it goes on, and of its end. */
export const followedBulkMessages = inLanguage("followedBulk", {
  change: "Change of many records",
  stop: "Stop",
  undo: "Undo",
  working: (doing: string, done: number, total: number) => `${doing}: ${sayNumber(done)} of ${sayNumber(total)}`,
  undoing: "Undoing",
  undone: (count: number) => `${leads(count)} as before`,
  skipped: (count: number) =>
    `${sayNumber(count)} stayed as they were: already so, not yours to change, or changed since.`,
  failed: "Not all of it was changed",
  notUndone: "It could not be undone",
  stopped: (count: number) => `Stopped after ${sayNumber(count)}`,
});
