import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Lead, LeadFilter, LeadOrder, LeadPage } from "@/lib/leads/model";
import { integer, oneOf, recordNumber, shortText, withoutBlanks } from "./fields";
import { LeadObject, printLead } from "./lead-object";
import { sentences } from "./sentences";

const orders = {
  lead_title: "name",
  lead_value: "value",
  lead_created: "createdAt",
  lead_last_contacted: "lastContactedOn",
} as const satisfies Record<string, LeadOrder["by"]>;

const largestPage = 100;
const counted = integer
  .refine((number) => number >= 1, sentences.least(1))
  .refine(Number.isSafeInteger, sentences.integer);

export const LeadQuery = withoutBlanks(
  z.object({
    status: recordNumber.optional().describe("The id of a lead status."),
    category_id: recordNumber.optional(),
    source: shortText.optional(),
    active_state: oneOf(["active", "archived"]).optional(),
    assigned_user_id: recordNumber.optional(),
    search: shortText.optional().describe("Part of the title, the contact's name, its company or its email address."),
    sort: oneOf(["lead_title", "lead_value", "lead_created", "lead_last_contacted"]).default("lead_created"),
    order: oneOf(["asc", "desc"]).default("desc"),
    limit: counted.default(25).transform((limit) => Math.min(limit, largestPage)),
    page: counted.default(1),
  }),
);

/** What a query asks for, as the domain takes it. */
export function listFrom(query: z.output<typeof LeadQuery>): { filter: LeadFilter; order: LeadOrder; page: LeadPage } {
  const { status, category_id: category, assigned_user_id: assignee, active_state: state, limit } = query;
  const offset = Math.min((query.page - 1) * limit, Number.MAX_SAFE_INTEGER);
  return {
    filter: {
      stage: numbered(status),
      category: numbered(category),
      source: query.source,
      archived: state && state === "archived",
      assignedTo: numbered(assignee),
      search: query.search,
    },
    order: { by: orders[query.sort], direction: query.order },
    page: { limit, offset },
  };
}

const numbered = (number: number | undefined) => (number === undefined ? undefined : { number });

export const LeadList = z.object({
  data: z.array(LeadObject),
  meta: z.object({ current_page: z.int(), per_page: z.int(), total: z.int(), last_page: z.int() }),
  message: z.string(),
});

type Found = { leads: Lead[]; total: number; page: LeadPage };

export const printList = ({ leads, total, page }: Found, context: Context): z.infer<typeof LeadList> => ({
  data: leads.map((lead) => printLead(lead, context)),
  meta: {
    current_page: Math.floor(page.offset / page.limit) + 1,
    per_page: page.limit,
    total,
    last_page: Math.max(1, Math.ceil(total / page.limit)),
  },
  message: "Leads retrieved successfully.",
});
