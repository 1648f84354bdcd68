/** `text` as a URL word: lower-case ASCII letters, digits and hyphens, at most `length` characters. */
export function slugify(text: string, length = 60): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, length)
    .replace(/^-+|-+$/g, "");
}

/** Whether PostgreSQL can keep `text`: no NUL character and no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** `first` and `last` name parts as one text, without the empty ones; null when all are. */
export function joinName(...parts: (string | null | undefined)[]): string | null {
  return (
    parts
      .map((part) => part?.trim())
      .filter(Boolean)
      .join(" ") || null
  );
}

/** A whole name as first name and the rest: `"Ada King Lovelace"` is Ada and King Lovelace. */
export function splitName(name: string): { firstName: string | null; lastName: string | null } {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  return { firstName: first || null, lastName: rest.join(" ") || null };
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** `text` as it has to be written inside HTML, in an element or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
