import type { ContactFields } from "@/lib/contacts/model";
import type { LeadStatus } from "@/lib/leads/model";

/** What is known of a contact. */
export type PersonFields = ContactFields & { unsubscribed: boolean; blogSubscriber: boolean; source: string | null };

/** A lead as rows meet it. */
export type KnownLead = {
  id: string;
  version: number;
  /** Which state of its row this is; null for a row that is still to be written. */
  stamp: string | null;
  fields: LeadFields;
  /** By custom field id. */
  custom: Map<string, unknown>;
  notes: Set<string>;
};

export type LeadFields = {
  name: string;
  status: LeadStatus;
  stageId: string;
  valueMinor: number | null;
  currency: string;
  ownerId: string | null;
  source: string | null;
  description: string | null;
  lastContactedOn: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmContent: string | null;
};

export const leadFieldNames = [
  "name",
  "status",
  "stageId",
  "valueMinor",
  "currency",
  "ownerId",
  "source",
  "description",
  "lastContactedOn",
  "utmSource",
  "utmMedium",
  "utmCampaign",
  "utmContent",
] as const satisfies readonly (keyof LeadFields)[];

/** A contact as rows meet it, with the lead that rows about it change. */
export type Person = {
  id: string;
  version: number;
  /** Which state of its row this is; null for a row that is still to be written. */
  stamp: string | null;
  fields: PersonFields;
  emailNormal: string | null;
  phoneNormal: string | null;
  tags: string[];
  lead: KnownLead | null;
};

/** The people that rows may be about: those of the location, and those that earlier rows made. */
export class People {
  readonly #byId = new Map<string, Person>();
  readonly #byEmail = new Map<string, Person[]>();
  readonly #byPhone = new Map<string, Person[]>();

  /** Takes somebody in, unless they are known already: what rows have done to them counts. */
  add(person: Person): void {
    if (this.#byId.has(person.id)) return;
    this.#byId.set(person.id, person);
    if (person.emailNormal) append(this.#byEmail, person.emailNormal, person);
    if (person.phoneNormal) append(this.#byPhone, person.phoneNormal, person);
  }

  /** Makes somebody findable by an email or phone they were given just now. */
  reindex(person: Person): void {
    if (person.emailNormal) append(this.#byEmail, person.emailNormal, person);
    if (person.phoneNormal) append(this.#byPhone, person.phoneNormal, person);
  }

  /** Those with this email, then those with this phone; the oldest of each first. */
  find(email: string | null, phone: string | null): Person[] {
    const found = new Set([
      ...((email && this.#byEmail.get(email)) || []),
      ...((phone && this.#byPhone.get(phone)) || []),
    ]);
    return [...found];
  }
}

function append(index: Map<string, Person[]>, key: string, person: Person): void {
  const known = index.get(key);
  if (!known) index.set(key, [person]);
  else if (!known.includes(person)) known.push(person);
}
