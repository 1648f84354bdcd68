import type { Context } from "@/lib/access/context";
import { ChangedSince, Invalid } from "@/lib/access/errors";
import { together } from "@/lib/data/doors";
import type { Lead } from "./model";
import { type PatchLead, patchLead } from "./patch-lead";

/**
 * Changes fields of several leads as `patchLead` does each, all of them or none.
 * @throws NotFound; ChangedSince and Invalid, whose paths begin with `leads` and the lead's place.
 */
export function patchLeads(context: Context, { leads }: { leads: PatchLead[] }): Promise<Lead[]> {
  return together(context, async (inside) => {
    const changed: Lead[] = [];
    for (const [place, lead] of leads.entries())
      changed.push(
        await patchLead(inside, lead).catch((error: unknown) => {
          throw atPlace(error, place);
        }),
      );
    return changed;
  });
}

/** The error of one of the leads, which says of which. */
function atPlace(error: unknown, place: number): unknown {
  if (error instanceof Invalid)
    return new Invalid(error.issues.map((issue) => ({ ...issue, path: ["leads", place, ...issue.path] })));
  if (error instanceof ChangedSince)
    return new ChangedSince(
      error.message,
      error.clashes.map((clash) => ({ ...clash, field: `leads.${place}.${clash.field}` })),
    );
  return error;
}
