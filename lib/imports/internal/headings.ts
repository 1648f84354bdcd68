import type { FieldTarget } from "@/lib/imports/model/targets";

/** A heading as it is compared: letters and digits alone. */
export const plainHeading = (heading: string): string => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");

const words: Record<FieldTarget, string> = {
  "contact.firstName": "first name, given name, forename, contact first name, person first name, first",
  "contact.lastName": "last name, family name, surname, contact last name, person last name, last",
  "contact.name":
    "name, full name, contact name, person name, person, contact, contact person, display name, customer name, file as, deal contact person, lead contact person, associated contact",
  "contact.email":
    "email, e-mail, email address, e-mail address, primary email, work email, e-mail 1 value, email 1 value, person email, person email work, email work, contact email, person email other, person email home",
  "contact.phone":
    "phone, phone number, telephone, primary phone, work phone, business phone, phone 1 value, person phone, person phone work, phone work, contact phone, tel, phone no",
  "contact.mobile":
    "mobile, mobile phone, mobile phone number, mobile number, cell, cell phone, cellphone, person phone mobile, phone 2 value, mobile no",
  "contact.whatsapp": "whatsapp, whatsapp number, whatsapp phone number, whatsapp no",
  "contact.companyName":
    "company, company name, company account, organization, organisation, organization name, organization 1 name, business name, account name, person organization, deal organization, lead organization, associated company, employer, firm",
  "contact.jobTitle": "job title, title, position, role, organization title, organization 1 title, person job title",
  "contact.website": "website, website url, web site, web page, website 1 value, url, homepage, company domain name",
  "contact.address":
    "address, street, street address, address line 1, address 1, mailing street, address 1 street, billing street, person postal address",
  "contact.city": "city, town, mailing city, address 1 city, billing city",
  "contact.state":
    "state, region, province, state region, state province, mailing state, mailing state province, address 1 region, county",
  "contact.postalCode":
    "postal code, zip, zip code, postcode, zip postal code, mailing zip, mailing zip postal code, mailing postal code, address 1 postal code",
  "contact.country": "country, country region, mailing country, address 1 country",
  "contact.tags": "tags, tag, labels, label, group membership, person label, lead labels, deal label, keywords",
  "contact.salutation": "salutation, name prefix, prefix, honorific",
  "contact.middleName": "middle name, additional name",
  "contact.phoneExtension": "extension, phone extension, ext, phone ext",
  "contact.fax": "fax, fax number, fax no",
  "contact.industry": "industry, sector",
  "contact.employees": "employees, number of employees, no of employees, company size, noofemployees",
  "contact.annualRevenue": "annual revenue, revenue",
  "contact.language": "language, preferred language",
  "contact.gender": "gender, sex",
  "contact.territory": "territory",
  "contact.marketSegment": "market segment, segment",
  "contact.unsubscribed":
    "unsubscribed, unsubscribed from all email, email opt out, has opted out of email, opt out, do not email, marketing opt out",
  "lead.name": "lead name, deal name, opportunity name, deal title, lead title, deal, opportunity, lead",
  "lead.value":
    "value, amount, deal value, lead value, deal amount, opportunity value, opportunity amount, monetary value, expected revenue, amount in company currency",
  "lead.currency":
    "currency, currency code, value currency, deal currency, deal currency code, lead currency, opportunity currency",
  "lead.stage": "stage, lead status, deal stage, pipeline stage, opportunity stage, stage name, lead stage",
  "lead.pipeline": "pipeline, pipeline name, deal pipeline",
  "lead.status": "status, deal status, opportunity status",
  "lead.owner":
    "owner, lead owner, deal owner, contact owner, assigned to, assigned, assigned user, owner name, owner email, opportunity owner, sales owner, record owner, person owner, account owner",
  "lead.source":
    "source, lead source, original source, deal source, lead source channel, opportunity source, contact source, original traffic source",
  "lead.description": "description, message, details, deal description, lead description",
  "lead.note": "note, notes, comment, comments, remarks",
  "lead.createdAt":
    "created, create date, created on, created at, created date, date created, creation date, date added, deal created, person created, lead created, add time, deal deal created, lead lead created",
  "lead.lastContactedOn":
    "last contacted, last contacted on, last contact date, last contact, last activity, last activity date, last contacted date",
  "lead.utmSource": "utm source",
  "lead.utmMedium": "utm medium",
  "lead.utmCampaign": "utm campaign, campaign",
  "lead.utmContent": "utm content",
};

/** The words of common exports, and our own. */
const headingTargets: ReadonlyMap<string, FieldTarget> = new Map(
  Object.entries(words).flatMap(([target, list]) =>
    // The keys of the table are the targets.
    list.split(", ").map((heading) => [plainHeading(heading), target as FieldTarget] as const),
  ),
);

/** Which field a heading is known to mean; what stands behind it in parentheses, such as a time zone, says nothing of that. */
export const targetOfHeading = (heading: string): FieldTarget | undefined =>
  headingTargets.get(plainHeading(heading)) ?? headingTargets.get(plainHeading(heading.replace(/\([^()]*\)\s*$/, "")));

/** Programs whose exports are known by headings that they alone write. */
const programs: { name: string; headings: readonly string[] }[] = [
  { name: "HubSpot", headings: ["recordid", "contactowner", "lifecyclestage", "dealstage"] },
  {
    name: "Pipedrive",
    headings: ["personname", "personemail", "personemailwork", "dealtitle", "leadtitle", "personid"],
  },
  { name: "HighLevel", headings: ["contactid", "opportunityname", "leadvalue", "pipelinestageid", "businessname"] },
  {
    name: "Salesforce",
    headings: [
      "leadid",
      "leadowner",
      "companyaccount",
      "mailingstreet",
      "zippostalcode",
      "stateprovince",
      "noofemployees",
      "isconverted",
      "isdeleted",
      "hasoptedoutofemail",
    ],
  },
  {
    name: "Google Contacts",
    headings: ["email1value", "phone1value", "groupmembership", "organization1name", "fileas"],
  },
];

/** The program whose export has these headings; null when two of its own do not occur. */
export function programOf(headings: readonly string[]): string | null {
  const plain = new Set(headings.map(plainHeading));
  const scored = programs.map(({ name, headings: own }) => ({
    name,
    hits: own.filter((each) => plain.has(each)).length,
  }));
  const best = scored.toSorted((one, other) => other.hits - one.hits)[0];
  return best && best.hits >= 2 ? best.name : null;
}
