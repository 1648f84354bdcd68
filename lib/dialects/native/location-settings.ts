import { z } from "zod";
import { isCurrency } from "@/lib/kit/currency";
import { isTimeZone } from "@/lib/kit/zone";

/** What a location is called and by which customs it works, as the wire has it. */
export const LocationSettingsBody = z.object({
  name: z.string().trim().min(1, "Give the location a name.").max(200, "Use at most 200 characters."),
  timeZone: z
    .string()
    .trim()
    .refine(isTimeZone, "Choose a time zone, such as Europe/Berlin.")
    .describe("IANA. The days of reports begin in it; it stays once there are leads."),
  currency: z
    .string()
    .refine(isCurrency, "Choose a currency by its code, such as EUR.")
    .describe("ISO 4217, of amounts that name none."),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "Choose a country by its code, such as DE.")
    .describe("ISO 3166-1 alpha-2: phone numbers without a prefix are read by it."),
});

export const LocationSettingsAnswer = z.object({
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  country: z.string(),
  hasLeads: z.boolean().describe("Whether there is a lead: the time zone stays then."),
});

export type LocationSettingsBody = z.input<typeof LocationSettingsBody>;
export type LocationSettingsAnswer = z.infer<typeof LocationSettingsAnswer>;
