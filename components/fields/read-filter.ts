import type { Condition, Group } from "@/lib/leads/query/model";

/** The filter of a URL; nothing where it has not the shape of one. What its fields and values mean is looked at elsewhere. */
export function readFilter(text: string): Group | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return hasShapeOfGroup(value) ? value : undefined;
  } catch {
    // A URL that somebody cut or mended by hand.
    return undefined;
  }
}

function hasShapeOfGroup(value: unknown): value is Group {
  if (typeof value !== "object" || value === null) return false;
  const parts: unknown = "all" in value ? value.all : "any" in value ? value.any : null;
  return Array.isArray(parts) && parts.every((part: unknown) => hasShapeOfGroup(part) || hasShapeOfCondition(part));
}

const hasShapeOfCondition = (value: unknown): value is Condition =>
  typeof value === "object" &&
  value !== null &&
  "field" in value &&
  typeof value.field === "string" &&
  "operator" in value &&
  typeof value.operator === "string";
