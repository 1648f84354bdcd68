/** `part` anywhere in a text, as a pattern for LIKE. */
export const containing = (part: string): string => `%${part.replace(/[\\%_]/g, "\\$&")}%`;
