import { z } from "zod";
import { targetLabels } from "@/lib/imports/messages";
import { isTarget, joinedTargets, namingTargets, type Target, type FieldTarget } from "./targets";

/** What is done with a row about somebody known already. */
export const duplicatePolicies = ["skip", "fill", "overwrite", "create"] as const;
export type DuplicatePolicy = (typeof duplicatePolicies)[number];

const id = z.string().regex(/^[0-9A-Za-z]{20}$/, "This is not an id.");

/** How the columns of a file are read, and what is done with people known already. */
export const ImportPlan = z.object({
  columns: z
    .array(z.string().refine(isTarget, "This is no field that a column can fill.").nullable())
    .max(300)
    .describe("For each column of the file, in order: the field it fills; null leaves it out."),
  duplicates: z.enum(duplicatePolicies).describe("What happens to a row about somebody known already."),
  dates: z.enum(["dmy", "mdy"]).describe("How 03/04/2026 is read: day first or month first."),
  decimals: z.enum(["point", "comma"]).describe("How 1.234 and 1,234 are read where nothing else tells."),
  whenUnknown: z
    .enum(["refuse", "default"])
    .describe("What happens to a row whose stage or owner is not known here: refused, or given the default."),
  stageId: id.nullable().describe("The stage of rows that name none; null is the first of the default pipeline."),
  ownerId: id.nullable().describe("The owner of rows that name none."),
  source: z.string().trim().max(255).nullable().describe("The source of rows that name none."),
  tags: z.array(z.string().trim().min(1).max(255)).max(20).describe("Tags that every row gets."),
});
export type ImportPlan = Omit<z.output<typeof ImportPlan>, "columns"> & { columns: (Target | null)[] };

/** What is wrong with a plan for a file of so many columns, in sentences; none when it can be run. */
export function planProblems({ columns }: Pick<ImportPlan, "columns">, columnCount: number): string[] {
  const problems: string[] = [];
  if (columns.length !== columnCount) problems.push(`The file has ${columnCount} columns. Say for each what it fills.`);
  const filled = columns.filter((target) => target !== null);
  if (!namingTargets.some((target) => filled.includes(target)))
    problems.push("Match a column with a name, an email, a phone or a company, so that every lead is somebody.");
  const twice = filled.filter(
    (target, index) => !target.startsWith("new:") && !joinedTargets.has(target) && filled.indexOf(target) < index,
  );
  for (const target of new Set(twice)) problems.push(`Two columns fill ${labelOf(target)}. Choose one of them.`);
  return problems;
}

const labelOf = (target: Target): string =>
  // What is no key of the table answers undefined.
  targetLabels[target as FieldTarget] ?? "the same custom field";
