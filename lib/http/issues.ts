import type { z } from "zod";
import { Invalid, type Issue } from "@/lib/access/errors";

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

/** An error about fields of the domain, told in the caller's names of them. */
export const renamed = (error: unknown, fields: Record<string, string> | undefined): unknown =>
  fields && error instanceof Invalid ? new Invalid(error.issues.map((issue) => renamedIssue(issue, fields))) : error;

/** An issue under the caller's name of its field. */
export function renamedIssue(issue: Issue, fields: Record<string, string> = {}): Issue {
  const [first, ...rest] = issue.path;
  const name = typeof first === "string" ? fields[first] : undefined;
  return name ? { ...issue, path: [name, ...rest] } : issue;
}
