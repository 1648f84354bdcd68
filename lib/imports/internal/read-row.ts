import type { Location } from "@/lib/access/context";
import { type CustomField, readCustomValues, takenBy } from "@/lib/custom-fields/model";
import { targetLabels } from "@/lib/imports/messages";
import type { ImportPlan } from "@/lib/imports/model/plan";
import type { FieldTarget, Target, ValueKind } from "@/lib/imports/model/targets";
import { namingTargets, targetFields } from "@/lib/imports/model/targets";
import type { CsvRecord } from "@/lib/imports/read-csv";
import { isEmail } from "@/lib/kit/email";
import { sayNumber } from "@/lib/kit/number";
import { isStorable } from "@/lib/kit/text";
import { textLimits } from "@/lib/leads/model";
import { distinctTags, tagLimits } from "@/lib/tags/model";
import { findMemberByWord, findStageByWord, firstStageOf, type References, statusOf } from "./references";
import type { RefusedRow, SaidRow } from "./said";
import {
  currencyBeside,
  readCurrency,
  readDate,
  readDecimal,
  readFirst,
  readMoment,
  readMoney,
  readPerson,
  readWords,
  readYesNo,
} from "./values";

/** What rows are read by; `locale` is whose customs reasons write numbers by. */
export type Reading = {
  plan: ImportPlan;
  headings: string[];
  references: References;
  location: Location;
  locale: string;
};

/** Why a row can not be used: what it says of which column. */
class Refusal extends Error {}

/** What a record of the file says, by the plan; or why it can not be used. */
export function readRow(reading: Reading, { line, cells }: CsvRecord, position: number): SaidRow | RefusedRow {
  try {
    return understand(reading, cells, { line, position });
  } catch (error) {
    if (error instanceof Refusal) return { line, position, cells, reason: error.message };
    throw error;
  }
}

function understand(reading: Reading, cells: string[], place: { line: number; position: number }): SaidRow {
  const { plan, headings, references } = reading;
  const texts = new Map<Target, string>();
  for (const [index, target] of plan.columns.entries()) {
    const text = cells[index]?.trim() ?? "";
    if (!target || text === "") continue;
    if (!isStorable(text))
      throw new Refusal(`${headings[index] ?? "A column"}: contains characters that can not be stored.`);
    const before = texts.get(target);
    texts.set(target, before === undefined ? text : `${before}\n${text}`);
  }
  const said: SaidRow = { ...place, contact: {}, lead: {}, tags: [...plan.tags], note: null, custom: new Map() };
  const person = readPerson(texts.get("contact.name") ?? "");
  if (person.email) texts.set("contact.name", person.name);
  if (person.email && !texts.has("contact.email")) texts.set("contact.email", person.email);
  const currency = readCurrency(texts.get("lead.currency") ?? "") ?? currencyBeside(texts.get("lead.value") ?? "");
  for (const [target, text] of texts) {
    if (isField(target)) {
      const value = readValue(target, text, reading, currency);
      if (target === "contact.tags") said.tags.push(...readWords(text));
      else if (target === "lead.note") said.note = text;
      else if (target.startsWith("contact.")) Object.assign(said.contact, { [target.slice(8)]: value });
      else if (targetFields[target].kind !== "reference") Object.assign(said.lead, { [leadField(target)]: value });
    }
  }
  if (currency) said.lead.currency = currency;
  if (said.lead.valueMinor === undefined) delete said.lead.currency;
  said.tags = checkedTags(said.tags);
  Object.assign(said.lead, readReferences(texts, plan, references));
  said.custom = readCustom(texts, reading);
  if (plan.source && said.lead.source === undefined) said.lead.source = plan.source;
  if (![...texts.keys()].some((target) => naming.has(target)))
    throw new Refusal("There is no name, email, phone or company in this row.");
  return said;
}

const naming: ReadonlySet<string> = new Set(namingTargets);

const isField = (target: Target): target is FieldTarget => Object.hasOwn(targetFields, target);
const leadField = (target: FieldTarget): string => (target === "lead.value" ? "valueMinor" : target.slice(5));

function checkedTags(words: string[]): string[] {
  const tags = distinctTags(words);
  if (tags.length > tagLimits.perRecord) throw new Refusal(`A lead can have at most ${tagLimits.perRecord} tags.`);
  const long = tags.find((tag) => tag.length > tagLimits.length);
  if (long) throw new Refusal(`The tag “${long.slice(0, 40)}…” is longer than ${tagLimits.length} characters.`);
  return tags;
}

/** The value of a cell, in the form the field has; money is of the row's currency where it names one. */
function readValue(
  target: FieldTarget,
  text: string,
  { plan, location, locale }: Reading,
  currency: string | null,
): unknown {
  const { kind }: { kind: ValueKind } = targetFields[target];
  const wrong = (what: string) => new Refusal(`${targetLabels[target]}: “${shortened(text)}” is not ${what}.`);
  const fits = (most: number) => {
    if (text.length > most)
      throw new Refusal(`${targetLabels[target]}: is longer than ${sayNumber(most, {}, locale)} characters.`);
    return text;
  };
  switch (kind) {
    case "text":
      return fits(textLimits.short);
    case "long_text":
      return fits(textLimits.long);
    case "email": {
      const email = readFirst(text);
      if (!isEmail(email)) throw wrong("an email address");
      return email;
    }
    case "phone":
      return fits(textLimits.short);
    case "money":
      return readMoney(text, currency ?? location.currency, plan.decimals) ?? fail(wrong("an amount of money"));
    case "currency":
      return readCurrency(text) ?? fail(wrong("the code of a currency, such as EUR"));
    case "number":
      return readDecimal(text, plan.decimals) ?? fail(wrong("a number"));
    case "date":
      return readDate(text, plan.dates) ?? fail(wrong("a date"));
    case "moment":
      return readMoment(text, plan.dates, location.timeZone) ?? fail(wrong("a date"));
    case "yes_no":
      return readYesNo(text) ?? fail(wrong("yes or no"));
    case "words":
    case "reference":
      return text;
  }
}

function fail(error: Error): never {
  throw error;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text);

/** The stage, status and owner that a row names. */
function readReferences(texts: Map<Target, string>, plan: ImportPlan, references: References): SaidRow["lead"] {
  const lead: SaidRow["lead"] = {};
  const isStrict = plan.whenUnknown === "refuse";
  const [stage, pipeline, status, owner] = (["lead.stage", "lead.pipeline", "lead.status", "lead.owner"] as const).map(
    (target) => texts.get(target) ?? null,
  );
  if (stage || pipeline) {
    const found = stage
      ? findStageByWord(references, stage, pipeline ?? null)
      : firstStageOf(references, pipeline ?? "");
    const words = stage && pipeline ? `${pipeline}, ${stage}` : (stage ?? pipeline ?? "");
    // Some exports have a stage "Closed won": with us that is a status.
    const outcome = stage && !found ? statusOf(stage) : undefined;
    if (found) lead.stage = found;
    else if (outcome && outcome !== "open") lead.status = outcome;
    else if (isStrict) throw new Refusal(`Stage: there is no stage “${shortened(words)}” here.`);
  }
  if (status) {
    const found = statusOf(status);
    // Some exports call the stage a status.
    const asStage = found || stage ? null : findStageByWord(references, status, pipeline ?? null);
    if (found) lead.status = found;
    else if (asStage) lead.stage = asStage;
    else if (isStrict)
      throw new Refusal(`Status: “${shortened(status)}” is none of open, won, lost, abandoned, nor a stage.`);
  }
  if (owner) {
    const found = findMemberByWord(references, owner);
    if (found) lead.owner = found;
    else if (isStrict) throw new Refusal(`Owner: there is nobody “${shortened(owner)}” in this location.`);
  }
  return lead;
}

/** The custom values of a row, by field id. */
function readCustom(texts: Map<Target, string>, { plan, references }: Reading): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [target, text] of texts) {
    const field = target.startsWith("custom:") && references.fields.find(({ id }) => id === target.slice(7));
    if (!field) continue;
    const plain = readCustomText(field, text, plan);
    const read = readCustomValues([field], { [field.fieldKey]: plain });
    if (plain === null || read.issues.length > 0)
      throw new Refusal(`${field.name}: “${shortened(text)}” does not fit: it takes ${takenBy(field)}.`);
    for (const [id, value] of read.values) values.set(id, value);
  }
  return values;
}

/** What a cell says to a custom field, by the customs of the file; null where it says nothing of its type. */
function readCustomText({ dataType }: CustomField, text: string, { dates, decimals }: ImportPlan) {
  if (dataType === "date") return readDate(text, dates);
  if (dataType === "number" || dataType === "money") return readDecimal(text, decimals);
  if (dataType === "checkbox") return readYesNo(text);
  return dataType === "options" || dataType === "checkboxes" ? readWords(text) : text;
}
