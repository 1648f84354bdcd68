import { DomainError } from "@/lib/access/errors";
import type { GivenValue } from "@/lib/custom-fields/model";

/** The fields of a contact that people and programs set. Texts; null where nothing is known. */
export type ContactFields = {
  salutation: string | null;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  /** The name as one text. Put together from its parts when only these are given. */
  name: string | null;
  gender: string | null;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  whatsapp: string | null;
  fax: string | null;
  phoneExtension: string | null;
  companyName: string | null;
  jobTitle: string | null;
  website: string | null;
  address: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  country: string | null;
  territory: string | null;
  language: string | null;
  image: string | null;
  industry: string | null;
  marketSegment: string | null;
  employees: string | null;
  /** A decimal text. */
  annualRevenue: string | null;
};

export const contactFieldNames = [
  "salutation",
  "firstName",
  "middleName",
  "lastName",
  "name",
  "gender",
  "email",
  "phone",
  "mobile",
  "whatsapp",
  "fax",
  "phoneExtension",
  "companyName",
  "jobTitle",
  "website",
  "address",
  "city",
  "state",
  "postalCode",
  "country",
  "territory",
  "language",
  "image",
  "industry",
  "marketSegment",
  "employees",
  "annualRevenue",
] as const satisfies readonly (keyof ContactFields)[];

/** A contact as domain functions give it out. */
export type Contact = ContactFields & {
  id: string;
  number: number;
  type: string;
  unsubscribed: boolean;
  blogSubscriber: boolean;
  source: string | null;
  tags: string[];
};

/** What a person wants of one channel: not to be disturbed (`active`), or not for good (`permanent`). */
export type ChannelDisturbance = { status: string; message?: string; code?: string };

/** What is known of a contact beside its fields. */
type ContactDetails = {
  /** IANA zone. */
  timeZone: string | null;
  /** A date `yyyy-mm-dd`. */
  dateOfBirth: string | null;
  /** Further addresses and numbers, as they were given; the first of each is `email` and `phone`. */
  additionalEmails: string[];
  additionalPhones: string[];
  /** Whether the person is to be left alone on every channel, and what holds of single channels. */
  doNotDisturb: boolean;
  channelDisturbance: Record<string, ChannelDisturbance> | null;
  inboundDisturbance: Record<string, { status: string; message?: string }> | null;
  assignedToId: string | null;
  businessId: string | null;
};

/** A contact with all that belongs to it. */
export type ContactRecord = Contact &
  ContactDetails & {
    /** The normal forms of `email` and `phone`. */
    emailNormal: string | null;
    phoneNormal: string | null;
    /** Ids of users, in the order they were named. */
    followers: string[];
    customValues: { id: string; value: unknown }[];
    createdById: string | null;
    createdAt: Date;
    updatedAt: Date;
    version: number;
  };

/** What a command says about a whole contact: undefined leaves alone, null clears. */
export type ContactInput = ContactChanges &
  Partial<ContactDetails> & {
    type?: string;
    /** All of its tags from now on; kept lower-cased and without repeats. */
    tags?: string[];
    customValues?: GivenValue[];
  };

/** What a command says about a contact: undefined leaves a field alone, null clears it. */
export type ContactChanges = Partial<ContactFields & Pick<Contact, "unsubscribed" | "blogSubscriber" | "source">>;

/** A contact with the same email or phone is there, and the location does not allow a second one. */
export class DuplicateContact extends DomainError {
  readonly code = "conflict";
  readonly existing: { contactId: string; contactName: string | null; matchingField: "email" | "phone" };

  constructor(existing: DuplicateContact["existing"]) {
    super("duplicate_contact", "This location does not allow duplicated contacts.");
    this.existing = existing;
  }
}
