/** What the keys of the keyboard map are called on a cap. */
const caps: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Enter: "↵",
  Escape: "Esc",
  PageUp: "PgUp",
  PageDown: "PgDn",
};

/** Whether this is a keyboard with a Command key. */
const hasCommandKey = (): boolean => typeof navigator !== "undefined" && /Mac|iP(hone|ad|od)/.test(navigator.userAgent);

/** The caps of a shortcut as the keyboard map writes it, stroke by stroke: `mod+k` is Ctrl and K, `g l` is G, then L. */
export const capsOf = (keys: string, isApple = hasCommandKey()): string[][] =>
  keys.split(" ").map((stroke) => stroke.split("+").map((part) => capOf(part, isApple)));

function capOf(part: string, isApple: boolean): string {
  if (part === "mod") return isApple ? "⌘" : "Ctrl";
  if (part === "alt") return isApple ? "⌥" : "Alt";
  if (part === "shift") return isApple ? "⇧" : "Shift";
  return caps[part] ?? (part.length === 1 ? part.toUpperCase() : part);
}
