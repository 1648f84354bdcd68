import { and, eq, type SQL } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { read } from "@/lib/data/doors";
import { readableLeads } from "./internal/readable";
import { leadOf, selectLeads } from "./internal/select-leads";
import type { Lead, LeadReference } from "./model";

/** The condition that a row is the one that `reference` names. */
export function isLead(reference: LeadReference): SQL {
  if ("id" in reference) return eq(opportunities.id, reference.id);
  if ("number" in reference) return eq(opportunities.number, reference.number);
  return eq(opportunities.slug, reference.slug);
}

/** One lead. @throws NotFound when there is none that the caller may read. */
export function getLead(context: Context, reference: LeadReference): Promise<Lead> {
  return read(context, async (transaction) => {
    const [row] = await selectLeads(transaction).where(and(readableLeads(context), isLead(reference)));
    if (!row) throw new NotFound("lead");
    return leadOf(row);
  });
}
