import { type SQL, sql } from "drizzle-orm";
import { leadCategories, pipelines, stages } from "@/db/schema/opportunities";
import type { StageReference } from "@/lib/leads/model";

/** The id of the stage that a reference names, as a subselect. Keys are those of the default pipeline. */
export const stageIdOf = (locationId: string, stage: StageReference): SQL =>
  "number" in stage
    ? sql`(select ${stages.id} from ${stages} where ${stages.locationId} = ${locationId} and ${stages.number} = ${stage.number})`
    : sql`(select ${stages.id} from ${stages} join ${pipelines} on ${pipelines.locationId} = ${stages.locationId} and ${pipelines.id} = ${stages.pipelineId}
        where ${stages.locationId} = ${locationId} and ${pipelines.isDefault} and ${stages.key} = ${stage.key})`;

/** The id of the category of a number, as a subselect. */
export const categoryIdOf = (locationId: string, category: { number: number }): SQL =>
  sql`(select ${leadCategories.id} from ${leadCategories} where ${leadCategories.locationId} = ${locationId} and ${leadCategories.number} = ${category.number})`;
