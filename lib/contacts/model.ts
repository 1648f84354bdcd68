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

/** What a command says about a contact: undefined leaves a field alone, null clears it. */
export type ContactChanges = Partial<ContactFields & Pick<Contact, "unsubscribed" | "blogSubscriber" | "source">>;
