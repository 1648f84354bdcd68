import { z } from "zod";
import { Invalid } from "@/lib/access/errors";
import { isEmail } from "@/lib/kit/email";
import { isId } from "@/lib/kit/id";
import { instantFromWallTime, isDate, isTimeZone } from "@/lib/kit/zone";
import { textLimits } from "@/lib/leads/model";

/** Says which names of an object nobody knows: `property x should not exist`. */
const unknownNames = (issue: { code?: string; keys?: unknown }): string | undefined =>
  issue.code === "unrecognized_keys" && Array.isArray(issue.keys)
    ? issue.keys.map((key) => `property ${String(key)} should not exist`).join("\n")
    : undefined;

/** An object of these fields and no others: a body, a query, or a part of one. */
export const known = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, { error: unknownNames });

/** The sentence for a word that is none of these. */
export const oneOf = (words: readonly string[]) => `must be one of the following values: ${words.join(", ")}`;

const atMost = (length: number) => `must be shorter than or equal to ${length} characters`;

/** A text of one line that is indexed, spaces around it aside. */
export const short = z.string().trim().max(textLimits.short, atMost(textLimits.short));
/** A text of one line, spaces around it aside. */
export const line = z.string().trim().max(textLimits.line, atMost(textLimits.line));
/** A text of many lines. */
export const long = z.string().max(textLimits.long, atMost(textLimits.long));
/** A text that has to say something. */
export const filled = (text: z.ZodString) => text.refine((value) => value.trim() !== "", "should not be empty");

/** An email address, or an empty text for none. */
export const email = short.refine((text) => text === "" || isEmail(text), "must be an email");
/** A phone number: anything with at least three digits; an empty text for none. */
export const phone = z
  .string()
  .trim()
  .max(40, atMost(40))
  .refine((text) => text === "" || text.replace(/\D/g, "").length >= 3, "must be a valid phone number");
export const timeZone = short.refine((zone) => zone === "" || isTimeZone(zone), "must be a valid IANA time zone");

/** The id of a record in a path: what has another shape is no record. */
export const pathId = z.string().refine(isId);
/** The id of a record in a query or body. */
export const id = z.string().refine(isId, "must be a valid id");

/** The id of a record, or an empty text for none. */
export const reference = z.string().refine((text) => text === "" || isId(text), "must be a valid id");

/** A whole number of a query, which is text, or of a body. */
export const count = (min: number, max: number) =>
  z.preprocess(
    (value) => (typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value),
    z
      .number("must be a number conforming to the specified constraints")
      .int("must be an integer number")
      .min(min, `must not be less than ${min}`)
      .max(max, `must not be greater than ${max}`),
  );

/** A flag of a query, which is text. */
export const queryFlag = z.enum(["true", "false"], "must be a boolean value").transform((word) => word === "true");

const lastMillisecond = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/** A moment in milliseconds as a query has it, up to the year 9999; an empty text for none. */
export const milliseconds = z
  .string()
  .refine((text) => /^\d*$/.test(text) && Number(text) <= lastMillisecond, "must be a number of milliseconds");

/** An instant in ISO 8601 in the years 1 to 9999; `momentOf` reads it. */
export const instant = z.string().max(40, atMost(40)).refine(isInstant, "must be a valid ISO 8601 date string");

function isInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text))
    return false;
  // A date rolls over the end of a month without a word.
  if (!isDate(text.slice(0, 10))) return false;
  const moment = new Date(text);
  const year = moment.getUTCFullYear();
  return year >= 1 && year <= 9999;
}

/** The moment of an `instant`: without an offset it is a time, or the start of a day, in the IANA zone. */
export function momentOf(text: string, zone: string): Date {
  if (/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) && text.length > 10) return new Date(text);
  const [date = "", time = "00:00"] = text.split(/[T ]/);
  const minute = instantFromWallTime(`${date} ${time.slice(0, 5)}`, zone);
  return minute ? new Date(minute.getTime() + Number(time.slice(6) || 0) * 1000) : new Date(text);
}

export const iso = (moment: Date): string => moment.toISOString();
export const isoOrNull = (moment: Date | null): string | null => moment && moment.toISOString();

/** A value for a custom field: by its id or key; the value under any of the names that clients send. */
const CustomFieldInput = known({
  id: short.optional(),
  key: short.optional(),
  field_value: z.unknown().optional(),
  fieldValue: z.unknown().optional(),
  value: z.unknown().optional(),
}).refine(({ id: fieldId, key }) => fieldId !== undefined || key !== undefined, "must have an id or a key");

export const customFieldInputs = z.array(CustomFieldInput).max(200, "must contain no more than 200 elements");

/** Values for custom fields as the domain takes them: null, which clears one, is a value like others. */
export const givenValues = (inputs: z.infer<typeof customFieldInputs> | undefined) =>
  inputs?.map(({ id: fieldId, key = "", field_value: underscored, fieldValue, value }) => ({
    field: fieldId === undefined ? { key } : { id: fieldId },
    value: [underscored, fieldValue, value].find((each) => each !== undefined),
  }));

/** The value of a custom field in an answer. */
export const fieldValue = z.unknown().describe("A text, a list or an object.");
/** A custom value as the documents have it: a number and a flag are texts. */
export const printFieldValue = (value: unknown): unknown =>
  typeof value === "number" || typeof value === "boolean" ? String(value) : value;

/** What the documents have of a record, and none has here. */
export const none = z.null().default(null);

/** Both spellings of success: the documents have the one, the original the other. */
export const Succeeded = z.object({ succeded: z.literal(true), succeeded: z.literal(true) });
export const succeeded = () => ({ succeded: true as const, succeeded: true as const });

const followers = z.array(id).max(100, "must contain no more than 100 elements");
/** People who are to follow a record, or not to. */
export const FollowersBody = known({ followers: followers.min(1, "should not be empty") });
/** Whether all who follow are to follow no longer, whoever the body names. */
export const RemoveFollowersQuery = known({ isRemoveAllFollowers: queryFlag.optional() });
/** People who are to follow a record no longer; nobody has to be named where all of them go. */
export const RemoveFollowersBody = known({ followers: followers.optional() });

/** Who is to follow a record no longer. @throws Invalid where a request names nobody. */
export function leavingOf(
  { isRemoveAllFollowers: removesAll = false }: z.infer<typeof RemoveFollowersQuery>,
  { followers: remove = [] }: z.infer<typeof RemoveFollowersBody>,
): { remove: string[]; removesAll: boolean } {
  if (!removesAll && remove.length === 0) throw Invalid.field("followers", "required", "should not be empty");
  return { remove, removesAll };
}
export const FollowersAdded = z.object({ followers: z.array(z.string()), followersAdded: z.array(z.string()) });
export const FollowersRemoved = z.object({ followers: z.array(z.string()), followersRemoved: z.array(z.string()) });
