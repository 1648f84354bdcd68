import { type SQL, sql } from "drizzle-orm";
import { leadCategories, pipelines, stages } from "@/db/schema/opportunities";

const location = sql.placeholder("locationId");

/** The id of the stage that a filter names by the placeholder, as a subselect. Keys are those of the default pipeline. */
export const stageIdOf = (placeholder: "stageNumber" | "stageKey"): SQL =>
  placeholder === "stageNumber"
    ? sql`(select ${stages.id} from ${stages} where ${stages.locationId} = ${location} and ${stages.number} = ${sql.placeholder(placeholder)})`
    : sql`(select ${stages.id} from ${stages} join ${pipelines} on ${pipelines.locationId} = ${stages.locationId} and ${pipelines.id} = ${stages.pipelineId}
        where ${stages.locationId} = ${location} and ${pipelines.isDefault} and ${stages.key} = ${sql.placeholder(placeholder)})`;

/** The id of the category that a filter names by number, as a subselect. */
export const categoryIdOf = (): SQL =>
  sql`(select ${leadCategories.id} from ${leadCategories} where ${leadCategories.locationId} = ${location} and ${leadCategories.number} = ${sql.placeholder("categoryNumber")})`;
