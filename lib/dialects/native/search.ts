import { z } from "zod";
import { queryLimits } from "@/lib/leads/query/model";
import type { FoundRecords } from "@/lib/search/find-records";
import { ListedLeadAnswer } from "./lead-query";

export const SearchQuery = z.object({
  words: z
    .string()
    .trim()
    .min(1)
    .max(queryLimits.textLength)
    .describe(
      "Part of a name, company, email address or phone number, or the number of a lead (`#42` for that alone).",
    ),
  limit: z.coerce.number().int().min(1).max(20).default(8),
});

export const FoundLeadAnswer = ListedLeadAnswer.pick({
  id: true,
  number: true,
  name: true,
  status: true,
  stage: true,
  contactName: true,
  companyName: true,
  email: true,
  phone: true,
  archived: true,
});

export const SearchAnswer = z.object({ leads: z.array(FoundLeadAnswer).describe("The best guess first.") });

export type FoundLeadAnswer = z.infer<typeof FoundLeadAnswer>;
export type SearchAnswer = z.infer<typeof SearchAnswer>;

/** What was found as the wire shows it. */
export const printFound = ({ leads }: FoundRecords): SearchAnswer => ({
  leads: leads.map(({ id, number, name, status, stage, contactName, companyName, email, phone, archived }) => ({
    id,
    number,
    name,
    status,
    stage,
    contactName,
    companyName,
    email,
    phone,
    archived,
  })),
});
