import { sql } from "drizzle-orm";
import type { BenchedLocation } from "@/bench/benched-location";
import { createToken } from "@/lib/access/create-token";
import type { TokenKind } from "@/lib/access/secrets";
import { asSystem } from "@/lib/data/doors";
import { closePool, useDatabase } from "@/lib/data/pool";
import { newId } from "@/lib/kit/id";
import { createCompany, createLocation } from "@/lib/locations/create-location";
import { integrationScopes } from "@/lib/locations/model";
import { addMember, createUser } from "@/lib/users/create-user";
import type { FilledLocation } from "./lead-lines";

/** Numbers of stages start here, so that the recorder can tell them from other numbers. */
const firstStageNumber = 70_001;
const names = ["Large", "Small", "Smaller"];
const usersPerLocation = 12;

/** Makes a company with three locations and their users, and keys of the first one. */
export async function makeLocations(
  connectionString: string,
): Promise<{ locations: FilledLocation[]; keys: Omit<BenchedLocation, "sources" | "searches"> }> {
  await useDatabase(connectionString);
  try {
    const companyId = await createCompany("Benchmark");
    const locations: FilledLocation[] = [];
    for (const name of names) locations.push(await makeLocation(companyId, name));
    const [large] = locations;
    const [user] = large?.users ?? [];
    if (!large || !user) throw new Error("There is no location.");
    const token = (kind: TokenKind, userId: string | null = null, scopes: readonly string[] = []) =>
      createToken({ companyId, locationId: large.id, userId, kind, name: "Benchmark", scopes: [...scopes] }).then(
        ({ secret }) => secret,
      );
    const stages = await asSystem("number stages", async (transaction) => {
      await transaction.execute(
        sql`update stages set number = position + ${firstStageNumber} where location_id = ${large.id}`,
      );
      return transaction.execute<{ id: string; number: number }>(
        sql`select id, number from stages where location_id = ${large.id} order by position`,
      );
    });
    const [category] = (
      await asSystem("read", (transaction) =>
        transaction.execute<{ number: number }>(
          sql`select number from lead_categories where location_id = ${large.id} and is_default`,
        ),
      )
    ).rows;
    const keys = {
      id: large.id,
      companyId,
      key: await token("location_key"),
      apikey: await token("location_key"),
      token: await token("user_token", user.id),
      integration: await token("private_integration", null, integrationScopes),
      pipelineId: large.pipelineId,
      customFieldId: large.customFieldId,
      stages: stages.rows,
      category: category?.number ?? 1,
    };
    return { locations, keys };
  } finally {
    await closePool();
  }
}

async function makeLocation(companyId: string, name: string): Promise<FilledLocation> {
  const location = await createLocation({
    companyId,
    name,
    timeZone: "America/Chicago",
    currency: "USD",
    country: "US",
  });
  const users = [];
  for (let index = 0; index < usersPerLocation; index++) {
    const username = `${name.toLowerCase()}${index}`;
    const person = { username, name: `${name} ${index}`, email: `${username}@bench.example` };
    const id = await createUser({ companyId, ...person, password: null });
    await addMember({ companyId, locationId: location.id, userId: id, role: index === 0 ? "manager" : "rep" });
    users.push({ id, ...person });
  }
  const settings = await asSystem("settings of a location", async (transaction) => {
    await transaction.execute(sql`
      insert into lead_categories (location_id, id, name) values (${location.id}, ${newId()}, 'Second'), (${location.id}, ${newId()}, 'Third')`);
    const { rows } = await transaction.execute<{
      pipeline: string;
      calendar: string;
      stages: string[];
      categories: string[];
    }>(sql`
      select (select id from pipelines where location_id = ${location.id}) as pipeline,
        (select id from calendars where location_id = ${location.id}) as calendar,
        array(select id from stages where location_id = ${location.id} order by position) as stages,
        array(select id from lead_categories where location_id = ${location.id} order by id) as categories`);
    return rows[0];
  });
  if (!settings) throw new Error("A location has settings.");
  const { pipeline, calendar, stages, categories } = settings;
  const customFieldId = newId();
  await asSystem("custom field of a location", (transaction) =>
    transaction.execute(sql`
      insert into custom_fields (location_id, id, record_type, field_key, name, data_type, options)
      values (${location.id}, ${customFieldId}, 'contact', 'plan', 'Plan', 'option', array['gold', 'tin'])`),
  );
  return {
    id: location.id,
    customFieldId,
    pipelineId: pipeline,
    calendarId: calendar,
    stageIds: stages,
    categoryIds: categories,
    users,
  };
}
