import { type Context, userIdOf } from "@/lib/access/context";
import { createLead } from "./create-lead";
import type { Lead } from "./model";

/** What a person says about a lead they add. */
export type AddLead = {
  name: string;
  /** Without it: the first stage of the default pipeline. */
  stageId?: string;
  valueMinor?: number | null;
  source?: string | null;
  contact: { name?: string | null; companyName?: string | null; email?: string | null; phone?: string | null };
};

/**
 * Makes a lead of whoever adds it. Where nothing is said of its contact, that is called as the lead is.
 * @throws Invalid at `stage` for one that the location does not have.
 */
export function addLead(context: Context, { name, stageId, valueMinor, source, contact }: AddLead): Promise<Lead> {
  const userId = userIdOf(context);
  const isSaid = Object.values(contact).some((value) => value?.trim());
  return createLead(context, {
    name,
    valueMinor,
    source,
    ...(stageId !== undefined && { stage: { id: stageId } }),
    ...(userId !== null && { owner: { id: userId } }),
    contact: isSaid ? contact : { name },
  });
}
