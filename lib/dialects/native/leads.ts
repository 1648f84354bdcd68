import { z } from "zod";
import { isId } from "@/lib/kit/id";

const id = z.string().refine(isId, "This is not an id.");

export const LeadPath = z.object({ leadId: id });

export const LeadLocationAnswer = z.object({ id: z.string(), name: z.string() });
export type LeadLocationAnswer = z.infer<typeof LeadLocationAnswer>;
