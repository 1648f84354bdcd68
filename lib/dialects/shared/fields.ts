import { z } from "zod";
import { isEmail } from "@/lib/kit/email";
import { isId } from "@/lib/kit/id";
import { textLimits } from "@/lib/leads/model";

/** A text of one line of a form: at most 1,000 characters. Null and an absent value mean what the dialect says. */
export const lineOfText = z.string().max(textLimits.line, `Send at most ${textLimits.line} characters.`);

/** A text that is indexed: names, addresses, sources. At most 255 characters. */
export const shortText = z.string().max(textLimits.short, `Send at most ${textLimits.short} characters.`);

/** A text of many lines: at most 20,000 characters. */
export const longText = z.string().max(textLimits.long, `Send at most ${textLimits.long} characters.`);

/** An email address, spaces around it aside, or an empty text for none. */
export const emailText = shortText.trim().refine((text) => text === "" || isEmail(text), "Send a valid email address.");

/** `lead_` and a row id, as two of the lead APIs print leads. Decodes to the id. */
export const prefixedLeadId = z.codec(z.string().regex(/^lead_[0-9A-Za-z]{20}$/), z.string().refine(isId), {
  decode: (text) => text.slice(5),
  encode: (id) => `lead_${id}`,
});

/** An instant as ISO 8601 in UTC with whole seconds, such as `2024-01-25T09:30:00Z`. */
export const isoSeconds = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;

/** A whole number of a query string, from `least` on; `usual` where it is absent or empty. */
export const queryInteger = (least: number, usual: number) =>
  z
    .preprocess(
      (value) => (typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value || usual),
      z.number("Send a whole number.").int("Send a whole number.").min(least, `Send ${least} or more.`),
    )
    .default(usual);

/** Null, the empty text and one of spaces say that there is nothing; undefined says nothing. */
export const orNull = (text: string | null | undefined): string | null | undefined =>
  text === undefined ? undefined : text?.trim() ? text : null;
