import type { z } from "zod";
import type { Issue } from "@/lib/access/errors";

/** What a schema finds wrong with a value, as issues; none where it found nothing. A field that is not there breaks the rule `required`. */
export function issuesOf(result: z.ZodSafeParseResult<unknown> | undefined, value: unknown): Issue[] {
  if (!result || result.success) return [];
  return result.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
    const absent = issue.code === "invalid_type" && valueAt(value, path) === undefined;
    return { path, rule: absent ? "required" : issue.code, message: issue.message };
  });
}

const valueAt = (value: unknown, path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (part, name) => (typeof part === "object" && part !== null ? Reflect.get(part, name) : undefined),
    value,
  );
