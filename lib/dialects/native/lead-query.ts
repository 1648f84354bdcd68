import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { FileAnswer } from "@/lib/http/file-answer";
import { leadStatuses } from "@/lib/leads/model";
import type { ExportLeads, LeadsFile } from "@/lib/leads/query/export-leads";
import { groupings, type LeadGroup, queryLimits, readSorts } from "@/lib/leads/query/model";
import type { LeadsPage, QueryLeads } from "@/lib/leads/query/query-leads";
import { asOf, Named, text, time } from "./fields";

/** JSON in a parameter of a URL. What is in it is checked where the fields of the location are known. */
const filter = z
  .string()
  .max(20_000)
  .transform((value, context): unknown => {
    try {
      return JSON.parse(value);
    } catch {
      context.addIssue({ code: "custom", message: "A filter is JSON, written as a parameter of a URL is." });
      return z.NEVER;
    }
  });

const list = z
  .string()
  .max(2000)
  .transform((value) => value.split(",").filter(Boolean));

const flag = z.enum(["true", "false"]).transform((value) => value === "true");

/** Which leads, as every list of them is asked. */
export const leadQueryParameters = {
  filter: filter.optional().describe('Such as `{"all":[{"field":"status","operator":"is","value":"open"}]}`.'),
  sort: z
    .string()
    .max(500)
    .transform(readSorts)
    .optional()
    .describe(
      "Fields, the first deciding first; `-` before those that fall: `-valueMinor,name`. Newest first without.",
    ),
  search: z
    .string()
    .trim()
    .max(queryLimits.textLength)
    .optional()
    .describe("Words that all have to be in the names, the company or the email address."),
  deleted: flag.optional().describe("The bin instead of the living."),
};

export const LeadsQuery = z.object({
  ...leadQueryParameters,
  cursor: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .describe("The `nextCursor` or `previousCursor` of an answer, or `end` for the last page."),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  columns: list.optional().describe("Fields to tell in `cells`, such as `tags,nextTaskDueAt,custom:<id>`."),
  total: z
    .enum(["none", "estimate", "exact"])
    .optional()
    .describe("Without it the first page estimates; `exact` counts at any cost."),
  sums: flag
    .optional()
    .describe("Whether to add up the values of all that match, by currency, where the total is exact."),
});

export const ListedLeadAnswer = z.object({
  id: z.string(),
  number: z.int(),
  version: z.int(),
  name: z.string(),
  valueMinor: z.int().nullable(),
  currency: z.string(),
  status: z.enum(leadStatuses),
  stage: z.object({ id: z.string(), name: z.string(), color: z.string(), pipelineId: z.string() }),
  source: text,
  contactId: z.string(),
  contactName: text,
  companyName: text,
  email: text,
  phone: text,
  owner: Named.nullable(),
  archived: z.boolean(),
  createdAt: time,
  updatedAt: time,
  cells: z
    .record(
      z.string(),
      z.union([
        z.string(),
        z.number(),
        z.boolean(),
        z.null(),
        z.array(z.string()),
        Named,
        z.array(Named),
        z.record(z.string(), z.unknown()),
      ]),
    )
    .describe("The columns that were asked for, by field."),
});

export const MoneySumAnswer = z.object({
  currency: z.string(),
  leads: z.int(),
  valueMinor: z.int().describe("Minor units of the currency."),
});

export const LeadsAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  locationTimeZone: z.string().describe("In which months, as groups, begin."),
  items: z.array(ListedLeadAnswer),
  nextCursor: text.describe("Null on the last page."),
  previousCursor: text.describe("Null on the first page."),
  total: z
    .object({ count: z.int(), exact: z.boolean() })
    .nullable()
    .describe("Exact to 10,000 where that is cheap, else estimated. Null on later pages, unless it was asked for."),
  sums: z.array(MoneySumAnswer).nullable().describe("Null unless they were asked for and the total is exact."),
});

export type ListedLeadAnswer = z.infer<typeof ListedLeadAnswer>;
export type LeadsAnswer = z.infer<typeof LeadsAnswer>;

/** The parameters as the domain takes them. */
export const leadsInput = ({
  filter: sent,
  sort,
  search,
  deleted,
  ...page
}: z.output<typeof LeadsQuery>): QueryLeads => ({
  query: { filter: sent, sorts: sort, search, deleted },
  ...page,
});

/** A page as the wire shows it. */
export const printLeads = ({ leads, ...page }: LeadsPage, context: Context): LeadsAnswer => ({
  ...asOf(context),
  locationTimeZone: context.location.timeZone,
  items: leads.map(({ createdAt, updatedAt, ...lead }) => ({
    ...lead,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  })),
  ...page,
});

export const ExportLeadsQuery = z.object({
  ...leadQueryParameters,
  columns: list.optional().describe("The fields of the file, in their order."),
  name: z.string().trim().min(1).max(100).optional().describe("What the file is called."),
  bom: flag.optional().describe("Whether it begins with a byte order mark, as some spreadsheets need; true without."),
});

/** The parameters of an export as the domain takes them. */
export const exportInput = ({
  filter: sent,
  sort,
  search,
  deleted,
  columns = [],
  name,
  bom,
}: z.output<typeof ExportLeadsQuery>): ExportLeads => ({
  query: { filter: sent, sorts: sort, search, deleted },
  columns,
  name,
  mark: bom,
});

/** An export as a file to be kept. */
export const printExport = (file: LeadsFile): FileAnswer => new FileAnswer(file);

export const GroupLeadsQuery = z.object({ ...leadQueryParameters, by: z.enum(groupings) });

export const LeadGroupsAnswer = z.object({
  groups: z.array(
    z.object({
      key: text.describe("Id of the stage or owner, source, status, or month of creation `yyyy-mm`; null for none."),
      label: text,
      color: text,
      count: z.int(),
      sums: z.array(MoneySumAnswer),
      filter: z.custom<object>((value) => typeof value === "object").describe("The filter that lists these leads."),
    }),
  ),
});

export type LeadGroupsAnswer = z.infer<typeof LeadGroupsAnswer>;

/** The parameters of groups as the domain takes them. */
export const groupInput = ({ filter: sent, search, deleted, by }: z.output<typeof GroupLeadsQuery>) => ({
  query: { filter: sent, search, deleted },
  by,
});

/** Groups as the wire shows them. */
export const printGroups = (groups: LeadGroup[]): z.input<typeof LeadGroupsAnswer> => ({ groups });
