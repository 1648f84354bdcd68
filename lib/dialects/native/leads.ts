import { z } from "zod";
import { id } from "./fields";

export const LeadPath = z.object({ leadId: id });

export const LeadLocationAnswer = z.object({ id: z.string(), name: z.string() });
export type LeadLocationAnswer = z.infer<typeof LeadLocationAnswer>;
