import { newSecret, secretHash, type TokenKind } from "@/lib/access/secrets";
import { normalEmail } from "@/lib/kit/email";
import { newId } from "@/lib/kit/id";
import { startingLostReasons } from "@/lib/locations/defaults";
import { hashPassword } from "@/lib/users/passwords";
import type { LocationKeys } from "./demo-keys";
import { highlevelScopes } from "./highlevel-scopes";
import { addDays } from "./local-time";
import { pastId } from "./past-id";
import type { Profile, UserProfile } from "./profile";
import type { Random } from "./random";
import type { Rows, SeededActor } from "./rows";
import { typablePassword } from "./typable-password";

/** A location that is being seeded: who and what is in it, by the words of its profile. */
export type Setting = {
  profile: Profile;
  random: Random;
  now: Date;
  companyId: string;
  locationId: string;
  user: (user: UserProfile) => SeededActor;
  /** Whose key the forms on the web send with. */
  form: SeededActor;
  stage: (pipeline: string, key: string) => { id: string; key: string; name: string };
  pipelineId: (pipeline: string) => string;
  categoryId: (category: string) => string;
  /** One of the location's reasons for losing a deal, the same for the same number. */
  lostReasonId: (number: number) => string;
  campaignId: (slug: string) => string;
  fieldId: (key: string) => string;
  calendarId: (index: number) => string;
};

/** How long ago the company began to work with Leadwright. */
const beginning = -372;

/** Which short numbers rows get, where the location must know some of its own. */
export type Numbers = { explicit: boolean };

/**
 * The rows of a location before its first lead: company, people, keys, pipelines and the rest of its
 * settings. With explicit numbers, stages and categories count from 1.
 */
export async function buildSetting(
  { profile, random, now, rows }: { profile: Profile; random: Random; now: Date; rows: Rows },
  numbers: Numbers,
): Promise<{ setting: Setting; keys: LocationKeys }> {
  const createdAt = addDays(now, beginning);
  const made = { createdAt, updatedAt: createdAt };
  const companyId = pastId(createdAt);
  const locationId = pastId(createdAt);
  const { timeZone, currency, country } = profile;
  rows.companies.push({ id: companyId, name: profile.company, ...made });
  rows.locations.push({
    id: locationId,
    companyId,
    name: profile.location,
    timeZone,
    currency,
    country: country.code,
    ...made,
  });

  const actors = new Map<UserProfile, SeededActor>();
  const passwords = await Promise.all(
    profile.users.map(async () => {
      const password = typablePassword();
      return { password, passwordHash: await hashPassword(password) };
    }),
  );
  const users = profile.users.map((user, index) => {
    const { username, name, role, visibility } = user;
    const { password = "", passwordHash = null } = passwords[index] ?? {};
    const email = `${username}@${profile.domain}`;
    const id = pastId(createdAt);
    actors.set(user, { type: "user", id, name });
    const number = user.number === undefined ? {} : { number: user.number };
    rows.users.push({
      id,
      companyId,
      username,
      name,
      email,
      emailNormal: normalEmail(email) ?? "",
      passwordHash,
      ...number,
      ...made,
    });
    rows.members.push({ locationId, id: pastId(createdAt), companyId, userId: id, role, visibility, ...made });
    return { username, name, email, password, role };
  });
  const known = (user: UserProfile): SeededActor => {
    const actor = actors.get(user);
    if (!actor) throw new Error(`${user.username} does not work here.`);
    return actor;
  };

  const token = (kind: TokenKind, name: string, given: { userId?: string; companyWide?: boolean } = {}) => {
    const secret = newSecret(kind);
    const id = newId();
    rows.tokens.push({
      id,
      companyId,
      locationId: given.companyWide ? null : locationId,
      userId: given.userId ?? null,
      kind,
      name,
      secretHash: secretHash(secret),
      secretHint: secret.slice(-4),
      scopes: kind === "private_integration" ? highlevelScopes : [],
    });
    return { id, secret };
  };
  const form = token("location_key", "Website");
  // Reps who see the whole location, the second one asked first: it is whom the documents assign first.
  const [other, first = other] = profile.users.filter(({ role, visibility }) => role === "rep" && visibility === "all");
  if (!other || !first) throw new Error("The demo needs reps who see the whole location.");
  const keys: LocationKeys = {
    company: companyId,
    location: locationId,
    users,
    key: form.secret,
    leadsV1: {
      apikey: token("location_key", "Leads & CRM").secret,
      token: token("user_token", `Token of ${first.name}`, { userId: known(first).id }).secret,
      otherToken: token("user_token", `Token of ${other.name}`, { userId: known(other).id }).secret,
    },
    highlevel: {
      locationToken: token("private_integration", "Private integration").secret,
      agencyToken: token("private_integration", "Agency integration", { companyWide: true }).secret,
    },
  };

  const ids = addSettings(profile, locationId, createdAt, rows, numbers);
  const setting: Setting = {
    profile,
    random,
    now,
    companyId,
    locationId,
    user: known,
    form: { type: "key", id: form.id, name: "Website" },
    stage: (pipeline, key) => {
      const id = ids(`stage ${pipeline} ${key}`);
      const stage = profile.pipelines.find(({ name }) => name === pipeline)?.stages.find((one) => one.key === key);
      return { id, key, name: stage?.name ?? key };
    },
    pipelineId: (pipeline) => ids(`pipeline ${pipeline}`),
    categoryId: (category) => ids(`category ${category}`),
    lostReasonId: (number) => ids(`lost reason ${Math.abs(number) % startingLostReasons.length}`),
    campaignId: (slug) => ids(`campaign ${slug}`),
    fieldId: (key) => ids(`field ${key}`),
    calendarId: (index) => ids(`calendar ${index % profile.calendars.length}`),
  };
  return { setting, keys };
}

/** Pipelines, categories, calendars, campaigns and fields. Answers their ids by kind and word. */
function addSettings(
  profile: Profile,
  locationId: string,
  createdAt: Date,
  rows: Rows,
  numbers: Numbers,
): (name: string) => string {
  const ids = new Map<string, string>();
  const base = (name: string) => {
    const id = pastId(createdAt);
    ids.set(name, id);
    return { locationId, id, createdAt, updatedAt: createdAt };
  };
  const counted = (list: unknown[]) => (numbers.explicit ? { number: list.length + 1 } : {});

  for (const [position, pipeline] of profile.pipelines.entries()) {
    const row = base(`pipeline ${pipeline.name}`);
    rows.pipelines.push({ ...row, name: pipeline.name, position, isDefault: position === 0 });
    for (const [place, stage] of pipeline.stages.entries()) {
      const numbered = counted(rows.stages);
      rows.stages.push({
        ...base(`stage ${pipeline.name} ${stage.key}`),
        ...stage,
        ...numbered,
        pipelineId: row.id,
        position: place,
      });
    }
  }
  for (const [index, name] of profile.categories.entries()) {
    const numbered = counted(rows.leadCategories);
    rows.leadCategories.push({ ...base(`category ${name}`), ...numbered, name, isDefault: index === 0 });
  }
  for (const [position, name] of startingLostReasons.entries())
    rows.lostReasons.push({ ...base(`lost reason ${position}`), name, position });
  for (const [index, { name, color }] of profile.calendars.entries()) {
    rows.calendars.push({ ...base(`calendar ${index}`), name, color, isDefault: index === 0 });
  }
  for (const { name, slug } of profile.campaigns) rows.campaigns.push({ ...base(`campaign ${slug}`), name, slug });
  for (const [position, { fieldKey, name, dataType, options }] of profile.fields.entries()) {
    rows.customFields.push({
      ...base(`field ${fieldKey}`),
      recordType: "lead",
      fieldKey,
      name,
      dataType,
      options,
      position,
    });
  }
  return (name) => {
    const id = ids.get(name);
    if (!id) throw new Error(`The demo has no ${name}.`);
    return id;
  };
}
