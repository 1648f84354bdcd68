import { z } from "zod";
import { type Context, zoneOf } from "@/lib/access/context";
import { isId } from "@/lib/kit/id";

/** The id of a record. */
export const id = z.string().refine(isId, "This is not an id.");

/** A moment in an answer. */
export const time = z.iso.datetime();

/** A moment in a request, in a year that can be kept. */
export const moment = z.iso
  .datetime({ offset: true })
  .transform((given) => new Date(given))
  .refine((at) => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999, "Send a moment of the years 1 to 9999.");

/** A text in an answer, where there is one. */
export const text = z.string().nullable();

/** A record that is pointed at. */
export const Named = z.object({ id: z.string(), name: z.string() });

/** A moment as the wire has it, where there is one. */
export const isoOrNull = (at: Date | null): string | null => at && at.toISOString();

/** When an answer was true, and the IANA zone in which the caller reads its moments. */
export const asOf = (context: Pick<Context, "now" | "actor" | "location">) => ({
  asOf: context.now.toISOString(),
  timeZone: zoneOf(context),
});
