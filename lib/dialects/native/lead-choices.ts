import { z } from "zod";
import { customFieldTypes } from "@/lib/custom-fields/model";
import { Named } from "./fields";

export const LeadChoicesAnswer = z.object({
  currency: z.string(),
  me: z.string().nullable().describe("The id of the user who asks; null where a key does."),
  users: z.array(Named.extend({ username: z.string() })),
  categories: z.array(Named),
  tags: z.array(z.string()).describe("By the alphabet, the first thousand."),
  sources: z.array(z.string()).describe("By the alphabet, the first thousand."),
  customFields: z.array(Named.extend({ dataType: z.enum(customFieldTypes), options: z.array(z.string()) })),
});
export type LeadChoicesAnswer = z.infer<typeof LeadChoicesAnswer>;
