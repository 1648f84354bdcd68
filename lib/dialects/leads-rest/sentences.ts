import type { Issue } from "@/lib/access/errors";

/** Laravel's standard sentences, of which the document shows two. `:attribute` stands for the field. */
export const sentences = {
  required: "The :attribute field is required.",
  selected: "The selected :attribute is invalid.",
  taken: "The :attribute has already been taken.",
  format: "The :attribute format is invalid.",
  string: "The :attribute must be a string.",
  integer: "The :attribute must be an integer.",
  number: "The :attribute must be a number.",
  email: "The :attribute must be a valid email address.",
  date: "The :attribute is not a valid date.",
  array: "The :attribute must be an array.",
  object: "The :attribute must be an object.",
  longest: (length: number) => `The :attribute must not be greater than ${length} characters.`,
  most: (items: number) => `The :attribute must not have more than ${items} items.`,
  least: (number: number) => `The :attribute must be at least ${number}.`,
  between: (least: number, most: number) => `The :attribute must be between ${least} and ${most}.`,
  decimals: (digits: number) => `The :attribute must have at most ${digits} decimal places.`,
} as const;

/** The sentence for each rule of the domain; any other says its own. */
const ofRule: Record<string, string> = {
  required: sentences.required,
  unknown: sentences.selected,
  taken: sentences.taken,
  custom_value: sentences.format,
};

/** What is wrong with a field, with the field's name as people read it: `lead_title` is "lead title". */
export const sentenceOf = ({ path, rule, message }: Issue, field: string): string => {
  const sentence = path.length === 0 && rule === "invalid_type" ? sentences.object : (ofRule[rule] ?? message);
  return sentence.replace(":attribute", () => field.replaceAll("_", " "));
};
