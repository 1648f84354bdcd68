import type { Context } from "@/lib/access/context";
import type { Issue } from "@/lib/access/errors";
import { listLeadFields } from "@/lib/custom-fields/lead-values";
import { readCustomValues } from "@/lib/custom-fields/model";
import { read } from "@/lib/data/doors";
import { resolveReferences } from "./internal/resolve";
import type { LeadChanges } from "./model";

/**
 * What createLead and updateLead would refuse of a command: unknown stage, category or user, custom
 * fields that are missing or do not fit. For callers that found something wrong themselves, and tell
 * everything at once.
 */
export function checkLead(context: Context, changes: LeadChanges): Promise<Issue[]> {
  return read(context, async (transaction) => {
    const [{ issues }, fields] = await Promise.all([
      resolveReferences(transaction, context, changes),
      changes.customFields ? listLeadFields(transaction, context) : [],
    ]);
    return [...issues, ...readCustomValues(fields, changes.customFields ?? {}).issues];
  });
}
