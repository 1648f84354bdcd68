import { asc, eq, or, sql } from "drizzle-orm";
import { companies, locations, users } from "@/db/schema/companies";
import { asSystem } from "@/lib/data/doors";
import { normalEmail } from "@/lib/kit/email";
import { SetupError } from "@/lib/kit/setup-error";
import { createCompany, createLocation } from "@/lib/locations/create-location";

export type ChooseWorkplace = {
  email: string;
  username: string;
  company?: string;
  location?: string;
  timeZone: string;
  currency: string;
  country: string;
};

/** Where a new user will work. */
export type Workplace = { companyId: string; companyName: string; locationId: string; locationName: string };

type Named = { id: string; name: string };

/**
 * The company and location of these names (or ids), made when they are new. Without names: the only
 * ones there are; on a new installation, ones named after the domain of the email address.
 *
 * @throws {SetupError} when there are several to choose from, or the user exists already: then nothing is made.
 */
export async function chooseWorkplace(input: ChooseWorkplace): Promise<Workplace> {
  await refuseKnownUser(input);
  const { timeZone, currency, country } = input;
  const known = await asSystem("admin", (transaction) =>
    transaction.select({ id: companies.id, name: companies.name }).from(companies).orderBy(asc(companies.name)),
  );
  const company = choose("company", known, input.company) ?? (await newCompany(input));
  const itsLocations = await asSystem("admin", (transaction) =>
    transaction
      .select({ id: locations.id, name: locations.name })
      .from(locations)
      .where(eq(locations.companyId, company.id))
      .orderBy(asc(locations.name)),
  );
  const location =
    choose("location", itsLocations, input.location) ??
    (await createLocation({
      companyId: company.id,
      name: input.location ?? company.name,
      timeZone,
      currency,
      country,
    }));
  return { companyId: company.id, companyName: company.name, locationId: location.id, locationName: location.name };
}

/** The one that is meant; null when a new one is. */
function choose(what: "company" | "location", known: Named[], wanted: string | undefined): Named | null {
  if (wanted !== undefined) {
    return known.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase()) ?? null;
  }
  const [only, ...others] = known;
  if (others.length === 0) return only ?? null;
  const names = known.map(({ name }) => `  ${name}`).join("\n");
  throw new SetupError(`Say which ${what}, with --${what} NAME. There are:\n${names}`);
}

async function newCompany({ company, email }: ChooseWorkplace): Promise<Named> {
  const name = company ?? email.slice(email.lastIndexOf("@") + 1);
  return { id: await createCompany(name), name };
}

async function refuseKnownUser({ email, username }: ChooseWorkplace): Promise<void> {
  const [known] = await asSystem("admin", (transaction) =>
    transaction
      .select({ email: users.email, username: users.username })
      .from(users)
      .where(
        or(eq(users.emailNormal, normalEmail(email) ?? ""), sql`lower(${users.username}) = ${username.toLowerCase()}`),
      )
      .limit(1),
  );
  if (known) throw new SetupError(`There is a user ${known.username} (${known.email}) already.`);
}
