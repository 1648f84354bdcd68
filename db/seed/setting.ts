import { startingLostReasons } from "@/lib/locations/defaults";
import type { LocationKeys } from "./demo-keys";
import { addDays } from "./local-time";
import { addKey } from "./location-keys";
import { pastId } from "./past-id";
import type { Profile, UserProfile } from "./profile";
import type { Random } from "./random";
import type { Rows, SeededActor } from "./rows";
import { type Company, employ, foundCompany, type Password, personOf } from "./staff";

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

/** What a location begins with; `passwordFor` is asked for everybody who is new. */
export type Founding = {
  profile: Profile;
  random: Random;
  now: Date;
  rows: Rows;
  passwordFor: () => Promise<Password>;
};

/** A location before its first lead, and what opens it. */
export type Opened = { setting: Setting; company: Company; users: LocationKeys["users"]; key: string };

/**
 * The rows of a location before its first lead: its people, the key of its forms, pipelines and the
 * rest of its settings; and its company, where it is not one of `company`. With explicit numbers,
 * stages and categories count from 1.
 */
export async function buildSetting(
  { profile, random, now, rows, passwordFor }: Founding,
  numbers: Numbers,
  company?: Company,
): Promise<Opened> {
  const createdAt = addDays(now, beginning);
  const employer = company ?? foundCompany(profile, createdAt, rows);
  const companyId = employer.id;
  const locationId = pastId(createdAt);
  rows.locations.push({
    id: locationId,
    companyId,
    name: profile.location,
    timeZone: profile.timeZone,
    currency: profile.currency,
    country: profile.country.code,
    createdAt,
    updatedAt: createdAt,
  });
  const users = await employ(profile, employer, locationId, createdAt, rows, passwordFor);
  const form = addKey(rows, "location_key", "Website", { companyId, locationId });

  const ids = addSettings(profile, locationId, createdAt, rows, numbers);
  const setting: Setting = {
    profile,
    random,
    now,
    companyId,
    locationId,
    user: ({ username }) => personOf(employer, username),
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
  return { setting, company: employer, users, key: form.secret };
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
  for (const name of ["Welcome new leads", "Ask again after a quiet month"])
    rows.workflows.push({ ...base(`workflow ${name}`), name });
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
