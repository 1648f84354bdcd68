import { z } from "zod";
import { customFieldTypes, type FieldOfRecord, recordTypes, takesOptions } from "@/lib/custom-fields/model";
import { isId } from "@/lib/kit/id";

const id = z.string().refine(isId, "This is not an id.");
const recordType = z.enum(recordTypes);
const dataType = z.enum(customFieldTypes);

const name = z.string().trim().min(1, "Name the field.").max(100, "Name it in 100 letters or fewer.");
const folder = z
  .string()
  .trim()
  .min(1)
  .max(80, "Name the folder in 80 letters or fewer.")
  .nullable()
  .describe("The heading it stands under; null: under none.");
const options = z
  .array(z.string().trim().min(1, "Name the option.").max(200, "Name it in 200 letters or fewer."))
  .max(500, "A field has 500 options at most.")
  .refine((words) => new Set(words).size === words.length, "Name each option once.");

export const FieldParameters = z.object({ fieldId: id });

export const FieldAnswer = z.object({
  id: z.string(),
  recordType,
  fieldKey: z.string().describe("What programs know the field by; it stays when the field is renamed."),
  name: z.string(),
  dataType,
  options: z.array(z.string()),
  folder: z.string().nullable(),
});
export const FieldsAnswer = z.object({ fields: z.array(FieldAnswer) });

export const CreateFieldBody = z
  .object({ recordType, name, dataType, options: options.default([]), folder: folder.default(null) })
  .refine((body) => !takesOptions(body.dataType) || body.options.length > 0, {
    path: ["options"],
    message: "Name at least one option.",
  });

export const FieldBody = z.object({
  name: name.optional(),
  dataType: dataType.optional().describe("One that takes every value of the present one."),
  options: options.optional().describe("In their order. Records keep a value that is none of them any more."),
  folder: folder.optional(),
});

export const FieldArrangementBody = z.object({
  recordType,
  fields: z.array(z.object({ id, folder })).max(1000).describe("All fields of these records, in their order."),
});

export const FieldUsageAnswer = z.object({
  count: z.int().describe("How many records have a value of it."),
  exact: z.boolean().describe("False: that many at least."),
});

export type FieldAnswer = z.infer<typeof FieldAnswer>;
export type FieldsAnswer = z.infer<typeof FieldsAnswer>;
export type CreateFieldBody = z.input<typeof CreateFieldBody>;
export type FieldBody = z.input<typeof FieldBody>;
export type FieldArrangementBody = z.input<typeof FieldArrangementBody>;
export type FieldUsageAnswer = z.infer<typeof FieldUsageAnswer>;

/** A custom field as the wire shows it. */
export const printField = ({ required: _, form: __, position: ___, ...field }: FieldOfRecord): FieldAnswer => field;
export const printFields = (fields: FieldOfRecord[]): FieldsAnswer => ({ fields: fields.map(printField) });
