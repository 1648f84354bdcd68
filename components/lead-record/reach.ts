const schemes: Record<string, string> = { email: "mailto", phone: "tel", mobile: "tel", whatsapp: "tel" };

/** How a field of a contact reaches them: its text, and the link that calls or mails. Null when empty, or when it is no such field. */
export function reachOf(name: string, value: unknown): { text: string; href: string } | null {
  const scheme = schemes[name];
  if (!scheme || typeof value !== "string" || value === "") return null;
  return { text: value, href: `${scheme}:${scheme === "tel" ? value.replaceAll(/[^\d+]/g, "") : value}` };
}
