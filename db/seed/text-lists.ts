import type { Random } from "./random";

/** The words of a text. */
export const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/** The lines of a text, trimmed, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * `template` with every `{name}` replaced by what `valueOf` knows under that name, and every
 * `{a|b|c}` by one of its parts.
 * @throws Error for a name that nobody knows.
 */
export function fillIn(template: string, valueOf: (name: string) => string | undefined, random: Random): string {
  return template.replace(/\{([^{}]+)\}/g, (_, inside: string) => {
    if (inside.includes("|")) return random.pick(inside.split("|"));
    const value = valueOf(inside);
    if (value === undefined) throw new Error(`Nothing is known as {${inside}}: ${template}`);
    return value;
  });
}
