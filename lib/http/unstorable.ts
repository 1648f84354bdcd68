import type { Issue } from "@/lib/access/errors";
import { isStorable } from "@/lib/kit/text";

/** An issue for each text that PostgreSQL can not keep, wherever it is in a value. `path` leads to the value. */
export function unstorable(value: unknown, path: (string | number)[]): Issue[] {
  if (typeof value === "string") {
    if (isStorable(value)) return [];
    return [
      {
        path,
        rule: "characters",
        message: "This contains characters that can not be stored. Remove NUL characters and broken surrogates.",
      },
    ];
  }
  if (typeof value !== "object" || value === null || value instanceof Blob) return [];
  if (path.length > 50) return [{ path: path.slice(0, 1), rule: "depth", message: "This is nested too deeply." }];
  return Object.entries(value).flatMap(([name, part]) => {
    const at = [...path, Array.isArray(value) ? Number(name) : name];
    return isStorable(name)
      ? unstorable(part, at)
      : [{ path, rule: "characters", message: "A field's name can not be stored." }];
  });
}
