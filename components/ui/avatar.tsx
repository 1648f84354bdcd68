import { classes } from "./classes";

const marks = ["slate", "petrol", "moss", "amber", "clay", "rose", "plum", "iris"] as const;
const sizes = { small: "size-5 text-[0.5625rem]", medium: "size-6 text-[0.625rem]", large: "size-8 text-xs" };

/** A person as their initials on a colour that stays theirs. Decorative: the name stands beside it. */
export function Avatar({ name, size = "medium" }: { name: string; size?: keyof typeof sizes }) {
  const mark = `var(--color-mark-${marks[hash(name) % marks.length] ?? "slate"})`;
  return (
    <span
      aria-hidden
      style={{
        backgroundColor: `color-mix(in oklab, ${mark} 20%, var(--color-raised))`,
        color: `color-mix(in oklab, ${mark} 45%, var(--color-ink))`,
      }}
      className={classes(
        "inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none",
        sizes[size],
      )}
    >
      {initials(name)}
    </span>
  );
}

/** The first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return `${firstLetter(words[0])}${words.length > 1 ? firstLetter(words.at(-1)) : ""}`.toUpperCase() || "?";
}

const firstLetter = (word = ""): string => (word === "" ? "" : String.fromCodePoint(word.codePointAt(0) ?? 0));

/** A number that is always the same for the same text, and spread evenly. */
function hash(text: string): number {
  let value = 0;
  for (const letter of text) value = Math.trunc(Math.imul(value, 31) + (letter.codePointAt(0) ?? 0));
  const mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
