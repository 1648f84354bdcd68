import type { Condition, Group, Part } from "@/lib/leads/query/model";

/** Whether a part of a filter is a group of parts. */
export const isGroup = (part: Part): part is Group => !("field" in part);

/** The parts of a group. */
export const partsOf = (group: Group): readonly Part[] => ("all" in group ? group.all : group.any);

/** Whether all parts of a group have to hold, or any of them. */
export const matchOf = (group: Group): "all" | "any" => ("all" in group ? "all" : "any");

/** A group of these parts. */
export const groupWith = (match: "all" | "any", parts: readonly Part[]): Group =>
  match === "all" ? { all: [...parts] } : { any: [...parts] };

/** The group with a part put in the place of another; null takes it away. At the end it is added. */
export function replacePart(group: Group, place: number, part: Part | null): Group {
  const parts = partsOf(group);
  return groupWith(matchOf(group), [...parts.slice(0, place), ...(part ? [part] : []), ...parts.slice(place + 1)]);
}

/** The conditions of a filter that can be asked: without those that still lack their value, and without empty groups. */
export function completeParts(group: Group): Group {
  const parts = partsOf(group).flatMap((part): Part[] => {
    if (!isGroup(part)) return isComplete(part) ? [part] : [];
    const inner = completeParts(part);
    return partsOf(inner).length > 0 ? [inner] : [];
  });
  return groupWith(matchOf(group), parts);
}

/** Whether a condition says all that it has to. */
export function isComplete({ operator, value }: Condition): boolean {
  if (operator === "isEmpty" || operator === "isNotEmpty") return true;
  if (Array.isArray(value)) return value.length > 0 && value.every((each) => each !== "");
  return value !== undefined && value !== "";
}

/** How many conditions a filter has. */
export const countConditions = (group: Group): number =>
  partsOf(group).reduce((sum, part) => sum + (isGroup(part) ? countConditions(part) : 1), 0);
