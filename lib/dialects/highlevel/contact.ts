import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { ContactInput, ContactRecord } from "@/lib/contacts/model";
import { orNull } from "@/lib/dialects/shared/fields";
import { normalPhone } from "@/lib/kit/phone";
import { isDate } from "@/lib/kit/zone";
import { countries } from "./countries";
import { dndSettings, inboundDndSettings } from "./disturbance";
import {
  customFieldInputs,
  email,
  fieldValue,
  givenValues,
  iso,
  known,
  line,
  none,
  pathId,
  phone,
  printFieldValue,
  reference,
  short,
  Succeeded,
  timeZone,
} from "./fields";

const country = z
  .string()
  .refine((code) => code === "" || countries.has(code.toUpperCase()), "must be a valid ISO31661 Alpha2 code");

const dateOfBirth = short
  .refine((text) => text === "" || dayIn(text) !== null, "must be a valid ISO 8601 date string, or a date YYYY/MM/DD")
  .describe(
    "A date, year or month first: YYYY-MM-DD, MM-DD-YYYY; also with slashes, dots or underscores. Or an instant.",
  );

/** A day as `yyyy-mm-dd`, out of any of the spellings of a date or an instant; null for other texts. */
function dayIn(text: string): string | null {
  const yearFirst = /^(\d{4})([-/._])(\d{2})\2(\d{2})(?:[T ].*)?$/.exec(text);
  const monthFirst = /^(\d{2})([-/._])(\d{2})\2(\d{4})$/.exec(text);
  const [, year = "", , month = "", day = ""] = yearFirst ?? [];
  const [, firstMonth = "", , firstDay = "", lastYear = ""] = monthFirst ?? [];
  const date = yearFirst ? `${year}-${month}-${day}` : `${lastYear}-${firstMonth}-${firstDay}`;
  const isRead = isDate(date) && (text.length === 10 || !Number.isNaN(Date.parse(text)));
  return isRead ? date : null;
}

/** Words on a contact. */
export const tagList = z.array(short).max(100, "must contain no more than 100 elements");

const fields = {
  firstName: short.nullish(),
  lastName: short.nullish(),
  name: short.nullish(),
  email: email.nullish(),
  gender: short.nullish(),
  phone: phone.nullish(),
  address1: line.nullish(),
  city: short.nullish(),
  state: short.nullish(),
  postalCode: short.nullish(),
  website: short.nullish(),
  timezone: timeZone.nullish(),
  dnd: z.boolean("must be a boolean value").optional(),
  dndSettings: dndSettings.nullish(),
  inboundDndSettings: inboundDndSettings.nullish(),
  tags: tagList.optional(),
  customFields: customFieldInputs.optional(),
  source: short.nullish(),
  country: country.nullish(),
  companyName: short.nullish(),
  assignedTo: reference.nullish(),
  dateOfBirth: dateOfBirth.nullish(),
  additionalEmails: z.array(email).max(20, "must contain no more than 20 elements").optional(),
  additionalPhones: z.array(phone).max(20, "must contain no more than 20 elements").optional(),
};

export const CreateContactBody = known({ locationId: short, ...fields });
export const UpsertContactBody = known({
  locationId: short,
  ...fields,
  createNewIfDuplicateAllowed: z
    .boolean("must be a boolean value")
    .optional()
    .describe("False changes the contact that is known also where the location allows several of one person."),
});
export const UpdateContactBody = known(fields);

export const ContactPath = z.object({ contactId: pathId });

/** Where errors about fields of the domain are reported. */
export const contactNames = {
  timeZone: "timezone",
  assignedToId: "assignedTo",
  address: "address1",
  customValues: "customFields",
  doNotDisturb: "dnd",
  contactIds: "ids",
};

/** What a body says of a contact. */
export function contactInputOf(body: z.infer<typeof UpdateContactBody>): ContactInput {
  return {
    firstName: orNull(body.firstName),
    lastName: orNull(body.lastName),
    name: orNull(body.name),
    email: orNull(body.email),
    gender: orNull(body.gender),
    phone: orNull(body.phone),
    address: orNull(body.address1),
    city: orNull(body.city),
    state: orNull(body.state),
    postalCode: orNull(body.postalCode),
    website: orNull(body.website),
    timeZone: orNull(body.timezone),
    source: orNull(body.source),
    country: orNull(body.country)?.toUpperCase() ?? orNull(body.country),
    companyName: orNull(body.companyName),
    assignedToId: orNull(body.assignedTo),
    dateOfBirth: dayIn(body.dateOfBirth ?? "") ?? orNull(body.dateOfBirth),
    doNotDisturb: body.dnd,
    channelDisturbance: body.dndSettings,
    inboundDisturbance: body.inboundDndSettings,
    tags: body.tags,
    customValues: givenValues(body.customFields),
    additionalEmails: body.additionalEmails,
    additionalPhones: body.additionalPhones,
  };
}

const text = z.string().nullable();

const noneOfThem = z.array(z.string()).default([]);

/** What the documents' contacts have as well, and none has here: nothing that this API takes says any of it. */
const NotKept = z.object({
  phoneLabel: none,
  attributionSource: none,
  lastAttributionSource: none,
  visitorId: none,
  lastSessionActivityAt: none,
  attachments: none,
  ssn: none,
  keyword: none,
  offers: noneOfThem,
  products: noneOfThem,
});
const notKept = NotKept.parse({});

const ContactShape = z
  .object({
    id: z.string(),
    locationId: z.string(),
    type: text,
    name: text,
    contactName: text,
    firstName: text,
    lastName: text,
    firstNameLowerCase: text,
    lastNameLowerCase: text,
    fullNameLowerCase: text,
    email: text,
    emailLowerCase: text,
    additionalEmails: z.array(z.string()),
    phone: text,
    additionalPhones: z.array(z.string()),
    gender: text,
    companyName: text,
    businessId: text,
    address1: text,
    city: text,
    state: text,
    postalCode: text,
    country: text,
    website: text,
    timezone: text,
    source: text,
    dnd: z.boolean(),
    dndSettings: z.record(z.string(), z.unknown()).nullable(),
    inboundDndSettings: z.record(z.string(), z.unknown()).nullable(),
    tags: z.array(z.string()),
    customFields: z.array(z.object({ id: z.string(), value: fieldValue })),
    assignedTo: text,
    followers: z.array(z.string()),
    dateOfBirth: text.describe("The start of the day, in UTC."),
    birthMonth: z.int().nullable(),
    birthDay: z.int().nullable(),
    dateAdded: z.string(),
    dateUpdated: z.string(),
    lastActivity: z.string(),
    createdBy: text,
    bounceEmail: z.literal(false),
    unsubscribeEmail: z.boolean(),
    deleted: z.literal(false),
    ...NotKept.shape,
  })
  .meta({ id: "HighLevelContact" });

export const ContactAnswer = z.object({ contact: ContactShape });
export const ContactUpdated = Succeeded.extend({ contact: ContactShape });
export const ContactUpserted = z.object({ new: z.boolean(), contact: ContactShape });
export const ContactFound = z.object({ contact: ContactShape.nullable() });

/** A phone number as this API prints it: in E.164 where it is a valid one, else as it was given. */
export const printPhone = (phone: string, { country }: Context["location"]): string =>
  inE164(normalPhone(phone, country)) ?? phone;

/** A normal form, where it is more than the digits. */
const inE164 = (normal: string | null): string | null => (normal?.startsWith("+") ? normal : null);

const low = (value: string | null) => value?.toLowerCase() ?? null;

/** A contact as this API prints it: addresses in their normal forms. */
export function printContact(contact: ContactRecord, { location }: Context): z.infer<typeof ContactShape> {
  const [, birthMonth, birthDay] = contact.dateOfBirth?.split("-").map(Number) ?? [];
  return {
    id: contact.id,
    locationId: location.id,
    type: contact.type,
    name: contact.name,
    contactName: low(contact.name),
    firstName: contact.firstName,
    lastName: contact.lastName,
    firstNameLowerCase: low(contact.firstName),
    lastNameLowerCase: low(contact.lastName),
    fullNameLowerCase: low(contact.name),
    email: contact.emailNormal,
    emailLowerCase: contact.emailNormal,
    additionalEmails: contact.additionalEmails.map((address) => address.toLowerCase()),
    phone: inE164(contact.phoneNormal) ?? contact.phone,
    additionalPhones: contact.additionalPhones.map((number) => printPhone(number, location)),
    gender: contact.gender,
    companyName: contact.companyName,
    businessId: contact.businessId,
    address1: contact.address,
    city: contact.city,
    state: contact.state,
    postalCode: contact.postalCode,
    country: contact.country,
    website: contact.website,
    timezone: contact.timeZone,
    source: contact.source,
    dnd: contact.doNotDisturb,
    dndSettings: contact.channelDisturbance,
    inboundDndSettings: contact.inboundDisturbance,
    tags: contact.tags,
    customFields: contact.customValues.map(({ id: field, value }) => ({ id: field, value: printFieldValue(value) })),
    assignedTo: contact.assignedToId,
    followers: contact.followers,
    dateOfBirth: contact.dateOfBirth && `${contact.dateOfBirth}T00:00:00.000Z`,
    birthMonth: birthMonth ?? null,
    birthDay: birthDay ?? null,
    dateAdded: iso(contact.createdAt),
    dateUpdated: iso(contact.updatedAt),
    lastActivity: iso(contact.updatedAt),
    createdBy: contact.createdById,
    bounceEmail: false,
    unsubscribeEmail: contact.unsubscribed,
    deleted: false,
    ...notKept,
  };
}
