import type { Location } from "@/lib/access/context";
import { contactColumns } from "@/lib/contacts/contact-columns";
import { fillsIn } from "@/lib/contacts/fills-in";
import { type ContactChanges, contactFieldNames } from "@/lib/contacts/model";
import type { RowKind } from "@/lib/imports/model/import";
import type { DuplicatePolicy } from "@/lib/imports/model/plan";
import { newId } from "@/lib/kit/id";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { leadTitle } from "@/lib/leads/lead-title";
import { distinctTags } from "@/lib/tags/model";
import { changesOf, type Changes } from "./changes";
import type { KnownLead, LeadFields, People, Person, PersonFields } from "./people";
import type { SaidRow } from "./said";

/** What a row that could be read comes to, and what it did to the people that are known. */
export type Decision = {
  row: SaidRow;
  kind: Exclude<RowKind, "refused">;
  person: Person;
  lead: KnownLead | null;
  madePerson: boolean;
  madeLead: boolean;
  /** Others with the email or phone of somebody who was made. */
  doubles: Person[];
  /** What it changed of somebody known. */
  changes: Changes;
  /** A note to write on the lead. */
  note: { id: string; body: string } | null;
};

/** What decisions are made by. */
export type Deciding = {
  people: People;
  location: Location;
  duplicates: DuplicatePolicy;
  /** Where leads begin whose row names no stage. */
  stageId: string;
  ownerId: string | null;
};

/**
 * Decides what a row comes to, and applies it to what is known in memory: rows about one person are
 * decided one after the other, each seeing what those before it did. Nothing is written here.
 */
export function decide(deciding: Deciding, row: SaidRow): Decision {
  const { people, location, duplicates } = deciding;
  const said: ContactChanges = { ...(row.lead.source && { source: row.lead.source }), ...row.contact };
  const columns = contactColumns(said, location);
  const found = people.find(columns.emailNormal ?? null, columns.phoneNormal ?? null);
  if (duplicates === "create") {
    for (const person of found) {
      const filled = fillsIn(person.fields, row.contact, location);
      if (filled) return withNewLead(deciding, row, person, changeKnown(deciding, row, person, null, "fill"));
    }
    return asNewPerson(deciding, row, columns, found);
  }
  const person = samePerson(found, columns);
  if (!person) return asNewPerson(deciding, row, columns, found);
  if (duplicates === "skip") return untouched(row, "duplicate", person, person.lead);
  const { lead } = person;
  if (!lead) return withNewLead(deciding, row, person, changeKnown(deciding, row, person, null, duplicates));
  const changes = changeKnown(deciding, row, person, lead, duplicates);
  const note = noteOf(lead.notes.has(row.note ?? "") ? null : row.note);
  if (note) lead.notes.add(note.body);
  if (changes.isEmpty && !note) return untouched(row, "unchanged", person, lead);
  return { row, kind: "changed", person, lead, madePerson: false, madeLead: false, doubles: [], changes, note };
}

/** Of those with the email or phone of a row, who it is about: the first with the email; with the phone alone, unless both have an email, and another. */
function samePerson(found: Person[], { emailNormal }: { emailNormal?: string | null }): Person | null {
  const byEmail = emailNormal ? found.find((person) => person.emailNormal === emailNormal) : undefined;
  return byEmail ?? found.find((person) => !emailNormal || !person.emailNormal) ?? null;
}

const untouched = (
  row: SaidRow,
  kind: "duplicate" | "unchanged",
  person: Person,
  lead: KnownLead | null,
): Decision => ({
  row,
  kind,
  person,
  lead,
  madePerson: false,
  madeLead: false,
  doubles: [],
  changes: changesOf([]),
  note: null,
});

type Columns = ReturnType<typeof contactColumns>;

function asNewPerson(deciding: Deciding, row: SaidRow, columns: Columns, doubles: Person[]): Decision {
  const { emailNormal = null, phoneNormal = null, ...fields } = columns;
  const person: Person = {
    id: newId(),
    version: 1,
    stamp: null,
    fields: { ...nobody, ...withoutUndefined(fields) },
    emailNormal,
    phoneNormal,
    tags: row.tags,
    lead: null,
  };
  deciding.people.add(person);
  const decision = withNewLead(deciding, row, person, changesOf([]));
  return { ...decision, madePerson: true, doubles };
}

function withNewLead(deciding: Deciding, row: SaidRow, person: Person, changes: Changes): Decision {
  const { stage, owner, name, createdAt: _createdAt, ...said } = row.lead;
  const fields: LeadFields = {
    ...nothing,
    ...said,
    name: name ?? leadTitle(row.contact),
    stageId: stage?.id ?? deciding.stageId,
    currency: said.currency ?? deciding.location.currency,
    ownerId: owner?.id ?? deciding.ownerId,
  };
  const lead: KnownLead = {
    id: newId(),
    version: 1,
    stamp: null,
    fields,
    custom: new Map(row.custom),
    notes: new Set(row.note ? [row.note] : []),
  };
  Object.assign(person, { lead });
  return {
    row,
    kind: "new",
    person,
    lead,
    madePerson: false,
    madeLead: true,
    doubles: [],
    changes,
    note: noteOf(row.note),
  };
}

const noteOf = (body: string | null): Decision["note"] => (body === null ? null : { id: newId(), body });

/** Applies what a row says to somebody known and to their lead, and answers what that changed. */
function changeKnown(
  { people, location }: Deciding,
  row: SaidRow,
  person: Person,
  lead: KnownLead | null,
  policy: "fill" | "overwrite",
): Changes {
  const isOpen = (present: unknown) => policy === "overwrite" || present === null || present === "";
  const said: ContactChanges = {};
  for (const field of contactFieldNames) {
    const value = row.contact[field];
    if (value && isOpen(person.fields[field])) said[field] = value;
  }
  if (row.contact.unsubscribed !== undefined && (policy === "overwrite" || row.contact.unsubscribed))
    said.unsubscribed = row.contact.unsubscribed;
  const { emailNormal, phoneNormal, ...columns } = contactColumns(said, location, person.fields);
  // The same address or number in another spelling is no change.
  if (emailNormal && emailNormal === person.emailNormal) delete columns.email;
  if (phoneNormal && phoneNormal === person.phoneNormal) delete columns.phone;
  const contact = apply(person.fields, withoutUndefined(columns));
  if (contact && emailNormal !== undefined) person.emailNormal = emailNormal;
  if (contact && phoneNormal !== undefined) person.phoneNormal = phoneNormal;
  people.reindex(person);
  const tags = distinctTags([...person.tags, ...row.tags]);
  const tagged = tags.length > person.tags.length ? { before: person.tags, after: tags } : null;
  Object.assign(person, { tags });
  return changesOf([
    ["contact", contact],
    ["lead", lead && apply(lead.fields, leadChanges(row, lead.fields, policy))],
    ["custom", lead && applyCustom(lead.custom, row.custom, policy)],
    ["tags", tagged && { before: { tags: tagged.before }, after: { tags: tagged.after } }],
  ]);
}

/** What a row changes of a known lead. A name, stage or status is never empty: filling leaves them. A currency goes with its value. */
function leadChanges({ lead: said }: SaidRow, known: LeadFields, policy: "fill" | "overwrite"): Partial<LeadFields> {
  const { stage, owner, name, status, currency, createdAt: _createdAt, ...plain } = said;
  const changes: Partial<LeadFields> = withoutUndefined({ ...plain, ownerId: owner?.id });
  if (policy === "overwrite")
    return { ...changes, ...withoutUndefined({ stageId: stage?.id, name, status, currency }) };
  const filled = Object.fromEntries(
    // The entries of an object are its fields.
    Object.entries(changes).filter(([field]) => (known[field as keyof LeadFields] ?? "") === ""),
  );
  return { ...filled, ...("valueMinor" in filled && withoutUndefined({ currency })) };
}

type Difference = { before: Record<string, unknown>; after: Record<string, unknown> };

/** Sets the fields of `changes` that differ, and answers which they were; null when none did. */
function apply<Fields extends object>(fields: Fields, changes: Partial<Fields>): Difference | null {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [name, value] of Object.entries<unknown>(changes)) {
    const present: unknown = Reflect.get(fields, name);
    if ((present ?? null) === (value ?? null)) continue;
    before[name] = present ?? null;
    after[name] = value;
  }
  if (Object.keys(after).length === 0) return null;
  Object.assign(fields, after);
  return { before, after };
}

function applyCustom(known: Map<string, unknown>, said: Map<string, unknown>, policy: "fill" | "overwrite") {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  for (const [id, value] of said) {
    const present = known.get(id);
    if (present !== undefined && (policy === "fill" || JSON.stringify(present) === JSON.stringify(value))) continue;
    before[id] = present ?? null;
    after[id] = value;
    known.set(id, value);
  }
  return Object.keys(after).length > 0 ? { before, after } : null;
}

const nobody: PersonFields = {
  // Every name of a field is in the list.
  ...(Object.fromEntries(contactFieldNames.map((name) => [name, null])) as Pick<
    PersonFields,
    (typeof contactFieldNames)[number]
  >),
  unsubscribed: false,
  blogSubscriber: false,
  source: null,
};

const nothing: Omit<LeadFields, "name" | "stageId" | "currency"> = {
  status: "open",
  valueMinor: null,
  ownerId: null,
  source: null,
  description: null,
  lastContactedOn: null,
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  utmContent: null,
};
