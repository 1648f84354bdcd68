import { z } from "zod";
import { isEmail } from "@/lib/kit/email";
import { isDate } from "@/lib/kit/zone";
import { textLimits } from "@/lib/leads/model";
import { sentences } from "./sentences";

/** Null, the empty text and one of blanks are nothing, as Laravel has it. */
const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/** `sentence`, or that the field is required where nothing was sent. */
const orRequired = (sentence: string) => ({
  error: ({ input }: { input?: unknown }) => (isBlank(input) ? sentences.required : sentence),
});

/** What was sent, without the fields that have nothing in them. */
export const dropBlanks = (sent: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(sent).filter(([, field]) => !isBlank(field)));

/** An object of which fields with nothing in them count as not sent. */
export const withoutBlanks = <Shape extends z.ZodObject>(shape: Shape) =>
  z.preprocess(
    (value) => (typeof value === "object" && value !== null && !Array.isArray(value) ? dropBlanks(value) : value),
    shape,
  );

const anyText = z.string(orRequired(sentences.string));

/** A text of one line of at most so many characters, spaces around it aside. */
export const textOf = (length: number) => anyText.trim().max(length, sentences.longest(length));

/** Names, addresses, sources. */
export const shortText = textOf(textLimits.short);
/** Links. */
export const lineOfText = textOf(textLimits.line);
/** Descriptions and comments, as they are. */
export const longText = anyText.max(textLimits.long, sentences.longest(textLimits.long));

export const email = shortText.refine(isEmail, sentences.email).meta({ format: "email" });

export const date = z.string(orRequired(sentences.date)).trim().refine(isDate, sentences.date).meta({ format: "date" });

/** One of a few words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, orRequired(sentences.selected));

/** A number, or a text of digits as forms send it: one sentence for all that is neither. */
const numeric = (sentence: string, isFit: (number: number) => boolean, digits: RegExp) =>
  z.union(
    [
      z.number().refine(isFit, { error: sentence, abort: true }),
      z.string().trim().regex(digits, { error: sentence, abort: true }),
    ],
    orRequired(sentence),
  );

/** A whole number. */
export const integer = numeric(sentences.integer, Number.isInteger, /^[+-]?\d+$/).transform(Number);

/** No record has it. */
const nobodysNumber = 0;

/** The number of a record. One that is too large to be kept apart from its neighbours is no record's. */
export const recordNumber = integer.transform((number) => (Number.isSafeInteger(number) ? number : nobodysNumber));

/** The number of a record in a path; anything else there is a record that does not exist. */
export const pathNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const largestAmount = 999_999_999_999;

/** An amount of money in major units, as a decimal text. */
export const amount = numeric(sentences.number, Number.isFinite, /^[+-]?(\d+\.?\d*|\.\d+)$/)
  .refine((value) => Math.abs(Number(value)) <= largestAmount, sentences.between(-largestAmount, largestAmount))
  .transform((value) => (typeof value === "string" ? value : decimalText(value)));

/** Small numbers print as `1e-7`: that is no decimal text. */
const decimalText = (value: number): string => (String(value).includes("e") ? value.toFixed(20) : String(value));

/** A list of which a form says with `name=` or `name[]=` that it is empty. */
export const listOf = <Item extends z.ZodType>(item: Item, most: number) =>
  z.preprocess(
    (value) => (value === "" || (Array.isArray(value) && value.length === 1 && value[0] === "") ? [] : value),
    z.array(item, orRequired(sentences.array)).max(most, sentences.most(most)),
  );
