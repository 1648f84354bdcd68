import { z } from "zod";
import { type Context, requireUserId } from "@/lib/access/context";
import type { Lead, LeadFilter, LeadPage } from "@/lib/leads/model";
import { oneOf, optionalWord, pageFields } from "./fields";
import { LeadSummary, printSummary } from "./lead";
import { pageOf, printPage } from "./page";
import { sentences } from "./sentences";

export const LeadQuery = z.object({
  campaign_slug: optionalWord.describe("Only leads of this campaign."),
  ...pageFields,
  list_type: oneOf(["assigned"], sentences.choice).describe("Leads assigned to the caller, not those they made."),
  first_name: optionalWord.describe("Part of it."),
  last_name: optionalWord.describe("Part of it."),
  email: optionalWord.describe("Part of it."),
  phone: optionalWord.describe("Part of it."),
  status: optionalWord.describe("The key of a stage."),
  owner: optionalWord.describe("The username of who made the leads; without it the caller."),
});

/** What a query asks for, as the domain takes it: without a word about whose, the leads that the caller made. */
export function listFrom(query: z.output<typeof LeadQuery>, context: Context): { filter: LeadFilter; page: LeadPage } {
  const me = { id: requireUserId(context) };
  const isAssigned = query.list_type === "assigned";
  const owner = query.owner === undefined ? undefined : { username: query.owner };
  return {
    filter: {
      createdBy: owner ?? (isAssigned ? undefined : me),
      assignedTo: isAssigned ? me : undefined,
      campaignSlug: query.campaign_slug,
      firstName: query.first_name,
      lastName: query.last_name,
      email: query.email,
      phone: query.phone,
      stage: query.status === undefined ? undefined : { key: query.status },
    },
    page: { offset: query.offset, limit: query.limit },
  };
}

export const LeadList = pageOf(LeadSummary.extend({ owner: z.string().describe("The name of who made it.") }));

type Found = { leads: Lead[]; total: number; page: LeadPage };

export const printList = (found: Found, context: Context, request: Request): z.infer<typeof LeadList> =>
  printPage(
    found.leads.map((lead) => ({ ...printSummary(lead, context), owner: lead.createdBy?.name ?? "" })),
    found,
    request,
  );
