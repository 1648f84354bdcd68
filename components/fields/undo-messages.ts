import { inLanguage } from "@/lib/kit/language";

/** The words of undoing. */
export const undoMessages = inLanguage("undo", {
  undo: "Undo",
  key: "Undo what was done last",
  // As it was told: what begins it can be a name.
  undone: (what: string) => `Undone: ${what}`,
  failed: (what: string) => `Could not undo: ${what}`,
  tryAgain: "Try again",
});
