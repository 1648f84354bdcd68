import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Business, BusinessFields } from "@/lib/businesses/model";
import { orNull } from "@/lib/dialects/shared/fields";
import { count, email, filled, iso, known, line, long, pathId, phone, short } from "./fields";

export const BusinessPath = z.object({ businessId: pathId });
export const BusinessesQuery = known({
  locationId: short,
  limit: count(1, 1000).default(1000),
  skip: count(0, 10_000_000).default(0),
});

const fields = {
  phone: phone.nullish(),
  email: email.nullish(),
  website: short.nullish(),
  address: line.nullish(),
  city: short.nullish(),
  postalCode: short.nullish(),
  state: short.nullish(),
  country: short.nullish(),
  description: long.nullish(),
};

export const CreateBusinessBody = known({ name: filled(short), locationId: short, ...fields });
export const UpdateBusinessBody = known({ name: filled(short).optional(), ...fields });

/** What a body says of a business, beside its name. */
export const businessFieldsOf = (body: Omit<z.infer<typeof UpdateBusinessBody>, "name">): Partial<BusinessFields> => ({
  phone: orNull(body.phone),
  email: orNull(body.email),
  website: orNull(body.website),
  address: orNull(body.address),
  city: orNull(body.city),
  postalCode: orNull(body.postalCode),
  state: orNull(body.state),
  country: orNull(body.country),
  description: orNull(body.description),
});

const text = z.string().nullable();
const BusinessShape = z
  .object({
    id: z.string(),
    name: z.string(),
    locationId: z.string(),
    phone: text,
    email: text,
    website: text,
    address: text,
    city: text,
    state: text,
    postalCode: text,
    country: text,
    description: text,
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "HighLevelBusiness" });

export const BusinessAnswer = z.object({ business: BusinessShape });
export const BusinessesAnswer = z.object({ businesses: z.array(BusinessShape) });
/** The misspelling is the documents' own. */
export const BusinessSaved = z.object({ success: z.literal(true), buiseness: BusinessShape, business: BusinessShape });
export const BusinessDeleted = z.object({ success: z.literal(true) });

export const printBusiness = (
  { number: _, createdAt, updatedAt, ...business }: Business,
  { location }: Context,
): z.infer<typeof BusinessShape> => ({
  ...business,
  locationId: location.id,
  createdAt: iso(createdAt),
  updatedAt: iso(updatedAt),
});

export function printSaved(business: Business, context: Context): z.infer<typeof BusinessSaved> {
  const printed = printBusiness(business, context);
  return { success: true, buiseness: printed, business: printed };
}
