import { type Column, type SQL, sql } from "drizzle-orm";
import { leadCategories, stages } from "@/db/schema/opportunities";

const location = sql.placeholder("locationId");

/** That a column has the id of the stage, or of one of the stages, that a filter names by the placeholder. */
export const isStage = (column: Column, placeholder: "stageNumber" | "stageKey"): SQL =>
  placeholder === "stageNumber"
    ? sql`${column} = (${idsOfStages(stages.number, placeholder)})`
    : sql`${column} = any(array(${idsOfStages(stages.key, placeholder)}))`;

const idsOfStages = (named: Column, placeholder: string): SQL =>
  sql`select ${stages.id} from ${stages} where ${stages.locationId} = ${location} and ${named} = ${sql.placeholder(placeholder)}`;

/** The id of the category that a filter names by number, as a subselect. */
export const categoryIdOf = (): SQL =>
  sql`(select ${leadCategories.id} from ${leadCategories} where ${leadCategories.locationId} = ${location} and ${leadCategories.number} = ${sql.placeholder("categoryNumber")})`;
