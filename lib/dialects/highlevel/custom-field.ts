import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { CreateField } from "@/lib/custom-fields/create-field";
import type { CustomFieldForm, CustomFieldType, FieldOfRecord } from "@/lib/custom-fields/model";
import { filled, known, oneOf, pathId, short } from "./fields";

/** The documents' words for the kinds of custom fields. */
const typeOf = {
  TEXT: "text",
  LARGE_TEXT: "large_text",
  NUMERICAL: "number",
  FLOAT: "number",
  PHONE: "phone",
  MONETORY: "money",
  MONETARY: "money",
  CHECKBOX: "checkboxes",
  SINGLE_OPTIONS: "option",
  RADIO: "radio",
  MULTIPLE_OPTIONS: "options",
  TIME: "time",
  DATE: "date",
  TEXTBOX_LIST: "text_list",
  FILE_UPLOAD: "files",
  SIGNATURE: "signature",
} as const satisfies Record<string, CustomFieldType>;

const wordOf: Record<CustomFieldType, keyof typeof typeOf> = {
  text: "TEXT",
  large_text: "LARGE_TEXT",
  number: "NUMERICAL",
  money: "MONETORY",
  phone: "PHONE",
  date: "DATE",
  time: "TIME",
  checkbox: "CHECKBOX",
  option: "SINGLE_OPTIONS",
  radio: "RADIO",
  options: "MULTIPLE_OPTIONS",
  checkboxes: "CHECKBOX",
  text_list: "TEXTBOX_LIST",
  files: "FILE_UPLOAD",
  signature: "SIGNATURE",
};

// The names of a table are those it has.
const types = Object.keys(typeOf) as [keyof typeof typeOf];
const models = ["contact", "opportunity", "all"] as const;
const model = z.enum(models, oneOf(models));

export const FieldsPath = z.object({ locationId: pathId });
export const FieldsQuery = known({ model: model.optional() });

const option = z.union([short, known({ label: short, prefillValue: short.nullish() })]);

export const CreateFieldBody = known({
  name: filled(short),
  dataType: z.enum(types, oneOf(types)),
  placeholder: short.nullish(),
  acceptedFormat: z.array(short).max(50, "must contain no more than 50 elements").optional(),
  isMultipleFile: z.boolean("must be a boolean value").optional(),
  maxNumberOfFiles: z.int("must be an integer number").min(1).max(100).optional(),
  options: z.array(short).max(500).optional(),
  textBoxListOptions: z.array(option).max(50).optional(),
  position: z.int("must be an integer number").min(0).max(10_000).optional(),
  model: model.exclude(["all"]).optional(),
});

/** What a body says of a new field. */
export const createFieldOf = (body: z.infer<typeof CreateFieldBody>): CreateField => ({
  recordType: body.model === "opportunity" ? "lead" : "contact",
  name: body.name,
  dataType: typeOf[body.dataType],
  options: (body.options ?? body.textBoxListOptions ?? []).map((each) =>
    typeof each === "string" ? each : each.label,
  ),
  form: formOf(body),
  position: body.position,
});

function formOf(body: z.infer<typeof CreateFieldBody>): CustomFieldForm {
  const prefills = (body.textBoxListOptions ?? []).flatMap((each): [string, string][] =>
    typeof each !== "string" && each.prefillValue ? [[each.label, each.prefillValue]] : [],
  );
  // One file, unless several are allowed: then as many as are said, or any number.
  const mostFiles = body.maxNumberOfFiles ?? (body.isMultipleFile === false ? 1 : undefined);
  return {
    ...(body.placeholder && { placeholder: body.placeholder }),
    ...(body.acceptedFormat && { fileTypes: body.acceptedFormat }),
    ...(mostFiles !== undefined && { mostFiles }),
    ...(prefills.length > 0 && { prefills: Object.fromEntries(prefills) }),
  };
}

/** Whose fields a query asks for. */
export const recordTypesOf = ({ model: asked = "contact" }: z.infer<typeof FieldsQuery>): ("contact" | "lead")[] => {
  if (asked === "all") return ["contact", "lead"];
  return [asked === "opportunity" ? "lead" : "contact"];
};

const FieldShape = z.object({
  id: z.string(),
  name: z.string(),
  fieldKey: z.string(),
  placeholder: z.string(),
  dataType: z.string(),
  position: z.number(),
  picklistOptions: z.array(z.string()),
  picklistImageOptions: z.array(z.string()),
  textBoxListOptions: z.array(z.object({ label: z.string(), prefillValue: z.string() })),
  acceptedFormat: z.array(z.string()),
  isAllowedCustomOption: z.literal(false),
  isMultiFileAllowed: z.boolean(),
  maxFileLimit: z.number().nullable(),
  locationId: z.string(),
  model: z.enum(["contact", "opportunity"]),
});

export const FieldAnswer = z.object({ customField: FieldShape });
export const FieldsAnswer = z.object({ customFields: z.array(FieldShape) });

/** A field as this API prints it: its key with the record's kind before it. */
export function printField(field: FieldOfRecord, { location }: Context): z.infer<typeof FieldShape> {
  const { placeholder = "", fileTypes = [], mostFiles, prefills = {} } = field.form;
  const boxes = field.dataType === "text_list" ? field.options : [];
  const kind = field.recordType === "lead" ? "opportunity" : "contact";
  return {
    id: field.id,
    name: field.name,
    fieldKey: `${kind}.${field.fieldKey}`,
    placeholder,
    dataType: wordOf[field.dataType],
    position: field.position,
    picklistOptions: field.options,
    picklistImageOptions: [],
    textBoxListOptions: boxes.map((label) => ({ label, prefillValue: prefills[label] ?? "" })),
    acceptedFormat: fileTypes,
    isAllowedCustomOption: false,
    isMultiFileAllowed: field.dataType === "files" && mostFiles !== 1,
    maxFileLimit: mostFiles ?? null,
    locationId: location.id,
    model: kind,
  };
}
