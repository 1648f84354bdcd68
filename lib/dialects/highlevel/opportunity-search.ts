import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { publicUrl } from "@/lib/http/public-url";
import { isDate } from "@/lib/kit/zone";
import type { OpportunityPage, OpportunitySearch } from "@/lib/leads/search-opportunities";
import type { PipelineWithStages } from "@/lib/pipelines/list-pipelines";
import { count, known, milliseconds, oneOf, queryFlag, short } from "./fields";
import { OpportunityAnswer, printOpportunity, searchStates } from "./opportunity";

const text = z.string().nullable();

const day = z
  .string()
  .refine((date) => date === "" || dayOf(date) !== null, "must be a date mm-dd-yyyy")
  .transform((date) => dayOf(date) ?? date);

/** A day `mm-dd-yyyy` (or the other way round, year first) as `yyyy-mm-dd`; null for any other text. */
function dayOf(given: string): string | null {
  const [, month = "", dayOfMonth = "", year = ""] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(given) ?? [];
  const date = year ? `${year}-${month}-${dayOfMonth}` : given;
  return isDate(date) ? date : null;
}

const orders = ["added_asc", "added_desc"] as const;

export const SearchOpportunitiesQuery = known({
  location_id: short,
  q: short.optional(),
  pipeline_id: short.optional(),
  pipeline_stage_id: short.optional(),
  contact_id: short.optional(),
  status: z.enum(["", ...searchStates], oneOf(searchStates)).optional(),
  assigned_to: short.optional(),
  campaignId: short.optional(),
  id: short.optional(),
  order: z.enum(["", ...orders], oneOf(orders)).optional(),
  date: day.optional(),
  endDate: day.optional(),
  startAfter: milliseconds.optional(),
  startAfterId: short.optional(),
  country: short.optional(),
  page: count(1, 10_000).default(1),
  limit: count(1, 100).default(20),
  getTasks: queryFlag.optional(),
  getNotes: queryFlag.optional(),
  getCalendarEvents: queryFlag.optional(),
});

/** What the parameters ask for. An empty one, as the documents' own links have them, asks for nothing. */
export function opportunitySearchOf(query: z.infer<typeof SearchOpportunitiesQuery>): OpportunitySearch {
  const { startAfter, startAfterId, page, limit } = query;
  return {
    search: query.q || undefined,
    id: query.id || undefined,
    pipelineId: query.pipeline_id || undefined,
    stageId: query.pipeline_stage_id || undefined,
    contactId: query.contact_id || undefined,
    status: query.status || undefined,
    ownerId: query.assigned_to || undefined,
    campaignId: query.campaignId || undefined,
    country: query.country || undefined,
    from: query.date || undefined,
    to: query.endDate || undefined,
    direction: query.order === "added_asc" ? "asc" : "desc",
    ...pageOf(page, limit, "startAfter"),
    ...((startAfter || startAfterId) && {
      after: {
        ...(startAfterId && { id: startAfterId }),
        ...(startAfter && { createdAt: new Date(Number(startAfter)) }),
      },
    }),
    details: { tasks: query.getTasks, notes: query.getNotes, appointments: query.getCalendarEvents },
  };
}

/** A page by its number. @throws Invalid for one too far down, which is reached by what `beyond` names. */
export function pageOf(page: number, limit: number, beyond: string): { limit: number; offset: number } {
  if (page * limit > 10_000)
    throw Invalid.field("page", "number", `must end within the first 10000: use ${beyond} beyond`);
  return { limit, offset: Math.max(0, page - 1) * limit };
}

/** How many there are. */
export const opportunityTotal = z
  .number()
  .describe(
    "Exact up to 10,000, and for pipelines, stages and states whatever it is. With words, exact in locations of up to 20,000 opportunities, and for words that hardly any has. Else estimated.",
  );

export const SearchOpportunitiesAnswer = z.object({
  opportunities: z.array(OpportunityAnswer.shape.opportunity),
  meta: z.object({
    total: opportunityTotal,
    nextPageUrl: text,
    startAfterId: text,
    startAfter: z.number().nullable(),
    currentPage: z.number(),
    nextPage: z.number().nullable(),
    prevPage: z.number().nullable(),
  }),
  aggregations: z.object({}),
});

/** A page of a search, with where the next one is. */
export function printOpportunities(
  { opportunities, hasMore, total }: OpportunityPage,
  context: Context,
  request: Request,
): z.infer<typeof SearchOpportunitiesAnswer> {
  const url = publicUrl(request);
  const page = Number(url.searchParams.get("page") ?? 1);
  const last = opportunities.at(-1)?.lead;
  const hasNext = last !== undefined && hasMore;
  if (hasNext) {
    url.searchParams.set("startAfter", String(last.createdAt.getTime()));
    url.searchParams.set("startAfterId", last.id);
    url.searchParams.set("page", String(page + 1));
  }
  return {
    opportunities: opportunities.map((found) => printOpportunity(found, context)),
    meta: {
      total,
      nextPageUrl: hasNext ? url.href : null,
      startAfterId: last?.id ?? null,
      startAfter: last?.createdAt.getTime() ?? null,
      currentPage: page,
      nextPage: hasNext ? page + 1 : null,
      prevPage: page > 1 ? page - 1 : null,
    },
    aggregations: {},
  };
}

export const PipelinesQuery = known({ locationId: short });
export const PipelinesAnswer = z.object({
  pipelines: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      stages: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          position: z.number(),
          showInFunnel: z.boolean(),
          showInPieChart: z.boolean(),
        }),
      ),
      showInFunnel: z.boolean(),
      showInPieChart: z.boolean(),
      locationId: z.string(),
    }),
  ),
});

const shown = { showInFunnel: true, showInPieChart: true };

export const printPipelines = (
  pipelines: PipelineWithStages[],
  { location }: Context,
): z.infer<typeof PipelinesAnswer> => ({
  pipelines: pipelines.map(({ id: pipelineId, name, stages }) => ({
    id: pipelineId,
    name,
    stages: stages.map((stage) => ({ ...stage, ...shown })),
    ...shown,
    locationId: location.id,
  })),
});
