import { z } from "zod";
import { isEmail } from "@/lib/kit/email";
import { instantFromWallTime, isDate } from "@/lib/kit/zone";
import { sentences } from "./sentences";

const isBlank = (value: unknown): boolean => typeof value === "string" && value.trim() === "";

/** JSON may carry a number where the document has a text: it counts as its digits. */
const numbersAsText = (value: unknown): unknown => (typeof value === "number" ? String(value) : value);

/** Forms send fields that nobody filled in: where a blank can mean nothing, it counts as not sent. */
const blanksAsAbsent = (value: unknown): unknown => (isBlank(value) ? undefined : numbersAsText(value));

const said = (required: string = sentences.required) =>
  z
    .string({
      error: ({ input }) => (input === undefined ? required : input === null ? sentences.isNull : sentences.text),
    })
    .trim();

/** Characters as people count them: an emoji is one. */
const hasAtMost = (characters: number) => (text: string) =>
  text.length <= characters || Array.from(text).length <= characters;

const atMost = (text: z.ZodString, characters: number) =>
  text
    .refine(hasAtMost(characters), { error: sentences.longest(characters), abort: true })
    .meta({ maxLength: characters });

type Words = { required?: string; blank?: string };

/** A text that has to be sent and to say something. */
const filled = ({ required, blank = sentences.blank }: Words = {}) =>
  said(required).min(1, { error: blank, abort: true });

/** A text that has to be sent and to say something, of at most so many characters. */
export const requiredText = (characters: number, words?: Words) =>
  z.preprocess(numbersAsText, atMost(filled(words), characters));

/** A text of at most so many characters that need not be sent, and may be blank. */
export const freeText = (characters: number) => z.preprocess(numbersAsText, atMost(said(), characters).optional());

/** The slug of a lead, of any length: one that is too long is nobody's. */
export const slug = (words?: Words) => z.preprocess(numbersAsText, filled(words));

/** A slug that need not be sent, but has to say something then. */
export const optionalSlug = (words?: Words) => z.preprocess(numbersAsText, filled(words).optional());

export const email = z.preprocess(
  numbersAsText,
  atMost(filled(), 255).refine(isEmail, sentences.email).meta({ format: "email" }),
);

/** A phone number of digits alone. */
export const phone = z.preprocess(numbersAsText, filled().regex(/^\d{1,15}$/, sentences.phone));

/** The username of a member, who may be left out but not be blank. */
export const username = z.preprocess(numbersAsText, filled().optional());

/** A word that need not be sent. */
export const optionalWord = z.preprocess(blanksAsAbsent, atMost(said(), 255).optional());

type Refuse = (value: string) => string;

/** One of a few words, which need not be sent. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words, refuse: Refuse) =>
  z.preprocess(blanksAsAbsent, z.enum(words, orText(refuse)).optional());

const orText = (refuse: Refuse) => ({
  error: ({ input }: { input?: unknown }) =>
    typeof input === "string" ? refuse(input) : input === null ? sentences.isNull : sentences.text,
});

/** The number of a record. */
export const recordNumber = (invalid: string, words?: Words) =>
  z.preprocess(
    numbersAsText,
    filled(words)
      .regex(/^\d{1,15}$/, invalid)
      .transform(Number),
  );

const wallTimeText = filled({ blank: sentences.isBlank })
  .refine((text) => instantFromWallTime(text, "UTC") !== null, sentences.date)
  .meta({ description: "`yyyy-mm-dd hh:mm`, on the location's clock." });

/** A time on the location's clock; `hh-mm` is understood as well. */
export const wallTime = z.preprocess(numbersAsText, wallTimeText);
export const optionalWallTime = z.preprocess(numbersAsText, wallTimeText.optional());

/** The first and the last day of all begin or end, in some zones, where no timestamp can be written. */
const isWritableDate = (text: string): boolean => isDate(text) && text > "0001-01-01" && text < "9999-12-31";

/** A date `MM/DD/YYYY`, as `yyyy-mm-dd`. */
export const date = z.preprocess(
  blanksAsAbsent,
  said()
    .regex(/^\d{2}\/\d{2}\/\d{4}$/, { error: sentences.date, abort: true })
    .transform((text) => `${text.slice(6)}-${text.slice(0, 2)}-${text.slice(3, 5)}`)
    .refine(isWritableDate, sentences.date)
    .optional(),
);

const largestInteger = 2_147_483_647;

/** A whole number in a text, within bounds. */
const integer = (least: number, otherwise: number) =>
  z.preprocess(
    blanksAsAbsent,
    said()
      .regex(/^[+-]?\d+$/, { error: sentences.integer, abort: true })
      .transform(Number)
      .refine((number) => number >= least, sentences.least(least))
      .refine((number) => number <= largestInteger, sentences.most(largestInteger))
      .default(otherwise),
  );

const largestPage = 200;

/** Where a page of a list begins, and how long it is: 20 without a limit, and never more than 200. */
export const pageFields = {
  offset: integer(0, 0),
  limit: integer(1, 20).transform((limit) => Math.min(limit, largestPage)),
};
