import { z } from "zod";

/** The location's rules on contacts, as the wire has them. */
export const ContactRulesShape = z.object({
  allowsDuplicates: z.boolean().describe("Whether programs may make a contact whose email or phone somebody has."),
  identifiers: z
    .array(z.enum(["email", "phone"]))
    .min(1)
    .max(2)
    .describe("By what a person is known, the first before the next."),
});

export type ContactRules = z.infer<typeof ContactRulesShape>;
