import { calendars } from "@/db/schema/calendars";
import { companies, locations } from "@/db/schema/companies";
import { leadCategories, lostReasons, pipelines, stages } from "@/db/schema/opportunities";
import type { Location } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";
import { startingCalendar, startingCategory, startingLostReasons, startingPipeline, startingStages } from "./defaults";

/** Makes a company. Answers its id. */
export function createCompany(name: string): Promise<string> {
  const id = newId();
  return asSystem("create company", async (transaction) => {
    await transaction.insert(companies).values({ id, name });
    return id;
  });
}

/** Makes a location of a company, ready to work: with a pipeline, a lead category and a calendar. */
export function createLocation(input: Omit<Location, "id">): Promise<Location> {
  const location = { ...input, id: newId() };
  return asSystem("create location", async (transaction) => {
    await transaction.insert(locations).values(location);
    await addStartingSet(transaction, location.id);
    return location;
  });
}

async function addStartingSet(transaction: Transaction, locationId: string): Promise<void> {
  const pipelineId = newId();
  await transaction
    .insert(pipelines)
    .values({ locationId, id: pipelineId, name: startingPipeline, position: 0, isDefault: true });
  await transaction
    .insert(stages)
    .values(startingStages.map((stage, position) => ({ locationId, id: newId(), pipelineId, position, ...stage })));
  await transaction
    .insert(lostReasons)
    .values(startingLostReasons.map((name, position) => ({ locationId, id: newId(), name, position })));
  await transaction.insert(leadCategories).values({ locationId, id: newId(), name: startingCategory, isDefault: true });
  await transaction.insert(calendars).values({ locationId, id: newId(), ...startingCalendar, isDefault: true });
}
