import type { Context } from "@/lib/access/context";
import { activateLead } from "./activate-lead";
import { archiveLead } from "./archive-lead";
import type { Lead } from "./model";

/** Puts a lead into the archive or takes it back out; one that is that way already stays. @throws NotFound. */
export const setArchived = (
  context: Context,
  { leadId: id, archived }: { leadId: string; archived: boolean },
): Promise<Lead> => (archived ? archiveLead(context, { id }) : activateLead(context, { id }));
