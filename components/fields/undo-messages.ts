/** The words of undoing. */
export const undoMessages = {
  undo: "Undo",
  key: "Undo what was done last",
  undone: (what: string) => `Undone: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  failed: (what: string) => `Could not undo: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  tryAgain: "Try again",
} as const;
