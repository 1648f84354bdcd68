import { sql } from "drizzle-orm";
import { boolean, date, foreignKey, index, integer, smallint, text, unique, uniqueIndex } from "drizzle-orm/pg-core";
import { code, id, instant, madeAndChanged, minorUnits, rowNumber } from "./columns";
import { clients, contacts } from "./contacts";
import { members } from "./members";
import { tenantTable } from "./tenant-table";

export const pipelines = tenantTable(
  "pipelines",
  {
    number: rowNumber(),
    name: text().notNull(),
    /** Order of the pipelines among each other. */
    position: integer().notNull(),
    /** New leads that name no pipeline start here. One per location. */
    isDefault: boolean().notNull().default(false),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("pipelines_number").on(table.locationId, table.number),
    uniqueIndex("pipelines_default")
      .on(table.locationId)
      .where(sql`is_default`),
  ],
);

export const stages = tenantTable(
  "stages",
  {
    pipelineId: id().notNull(),
    number: rowNumber(),
    /** The word programs use, such as `prospect`. */
    key: code().notNull(),
    name: text().notNull(),
    description: text().notNull().default(""),
    /** `#rrggbb`, chosen by people: data, not design. */
    color: text().notNull(),
    /** Chance of winning, 0 to 100. */
    probability: smallint().notNull(),
    /** Days without a move after which a deal here has stalled; null: the location's own number. */
    stalledAfterDays: smallint(),
    position: integer().notNull(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("stages_number").on(table.locationId, table.number),
    uniqueIndex("stages_key").on(table.locationId, table.pipelineId, table.key),
    unique("stages_of_pipeline").on(table.locationId, table.pipelineId, table.id),
    foreignKey({
      name: "stages_pipeline",
      columns: [table.locationId, table.pipelineId],
      foreignColumns: [pipelines.locationId, pipelines.id],
    }).onDelete("cascade"),
  ],
);

/** Why deals are lost, in the location's words. One that is retired stays for the deals that have it. */
export const lostReasons = tenantTable(
  "lost_reasons",
  { name: text().notNull(), position: integer().notNull(), retiredAt: instant(), ...madeAndChanged },
  (table) => [
    uniqueIndex("lost_reasons_name")
      .on(table.locationId, sql`lower(${table.name})`)
      .where(sql`retired_at is null`),
  ],
);

/** What a location chose about its pipelines; without a row, what the columns default to. */
export const pipelineSettings = tenantTable(
  "pipeline_settings",
  {
    /** Whether people are asked why a deal is lost. */
    asksLostReason: boolean().notNull().default(true),
    /** Days without a move after which an open deal has stalled, where its stage says nothing else. */
    stalledAfterDays: smallint().notNull().default(30),
    ...madeAndChanged,
  },
  (table) => [uniqueIndex("pipeline_settings_of_location").on(table.locationId)],
);

export const leadCategories = tenantTable(
  "lead_categories",
  { number: rowNumber(), name: text().notNull(), isDefault: boolean().notNull().default(false), ...madeAndChanged },
  (table) => [
    uniqueIndex("lead_categories_number").on(table.locationId, table.number),
    uniqueIndex("lead_categories_name").on(table.locationId, sql`lower(${table.name})`),
    uniqueIndex("lead_categories_default")
      .on(table.locationId)
      .where(sql`is_default`),
  ],
);

/** The user who made a lead that somebody else owns, or nobody: of most that people make, they are the owner. */
export const madeForOthersBy = sql`(case when created_by_id is distinct from owner_id then created_by_id end)`;

/** A deal. Read together with its contact it is a lead. */
export const opportunities = tenantTable(
  "opportunities",
  {
    number: rowNumber(),
    slug: code().notNull(),
    contactId: id().notNull(),
    pipelineId: id().notNull(),
    stageId: id().notNull(),
    name: text().notNull(),
    status: text({ enum: ["open", "won", "lost", "abandoned"] })
      .notNull()
      .default("open"),
    valueMinor: minorUnits(),
    currency: text().notNull(),
    categoryId: id().notNull(),
    /** The user the lead is assigned to first; others are followers. */
    ownerId: id(),
    /** The user who made it; null when a location's key did. */
    createdById: id(),
    source: text(),
    description: text(),
    lastContactedOn: date({ mode: "string" }),
    /** Fractional rank within the stage (lib/kit/rank.ts). */
    position: code().notNull(),
    stageChangedAt: instant().notNull().defaultNow(),
    /** When it was won, lost, abandoned or opened again. A trigger keeps it. */
    statusChangedAt: instant().notNull().defaultNow(),
    /** Only of a lost deal. */
    lostReasonId: id(),
    archivedAt: instant(),
    clientId: id(),
    convertedAt: instant(),
    /** A word of the `crm-lead` API, kept beside the stage. */
    lifecycle: text().notNull().default("Lead"),
    /** Whom the `crm-lead` API was told the lead belongs to: a username, or a word of the caller's own. */
    ownerReference: text().notNull().default("__user"),
    customerName: text(),
    leadType: text(),
    requestType: text(),
    company: text(),
    qualifiedBy: text(),
    qualifiedOn: text(),
    qualificationStatus: text(),
    utmContent: text(),
    utmSource: text(),
    utmMedium: text(),
    utmCampaign: text(),
    /** What people search by: lower-cased name, contact name, company and email. Kept by a trigger. */
    searchText: text().notNull().default(""),
    /** The lead that this one, deleted since, was put together with. */
    mergedIntoId: id(),
    /** The start of the name, to order by: a column, for under row-level security no condition on `lower()` uses an index. */
    nameLower: code()
      .notNull()
      .generatedAlwaysAs(sql`lower(left(name, 200))`),
    deletedAt: instant(),
    version: integer().notNull().default(1),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("opportunities_number").on(table.locationId, table.number),
    uniqueIndex("opportunities_slug").on(table.locationId, table.slug),
    index("opportunities_newest")
      .on(table.locationId, table.createdAt, table.id)
      .where(sql`deleted_at is null`),
    index("opportunities_updated")
      .on(table.locationId, table.updatedAt, table.id)
      .where(sql`deleted_at is null`),
    index("opportunities_name")
      .on(table.locationId, table.nameLower, table.id)
      .where(sql`deleted_at is null`),
    index("opportunities_value")
      .on(table.locationId, table.valueMinor, table.id)
      .where(sql`deleted_at is null`),
    index("opportunities_last_contacted")
      .on(table.locationId, table.lastContactedOn, table.id)
      .where(sql`deleted_at is null`),
    // Empty values come last in both directions, which one index can not do.
    index("opportunities_value_falling")
      .on(table.locationId, sql`value_minor nulls first`, table.id)
      .where(sql`deleted_at is null`),
    index("opportunities_last_contacted_falling")
      .on(table.locationId, sql`last_contacted_on nulls first`, table.id)
      .where(sql`deleted_at is null`),
    index("opportunities_board")
      .on(table.locationId, table.stageId, table.position, table.id)
      .where(sql`deleted_at is null`),
    // The board of open deals: those that are done with pile up in a stage by the hundred thousand.
    index("opportunities_open_board")
      .on(table.locationId, table.stageId, table.position, table.id)
      .where(sql`deleted_at is null and archived_at is null and status = 'open'`),
    index("opportunities_stage")
      .on(table.locationId, table.stageId, table.createdAt, table.id)
      .where(sql`deleted_at is null`),
    index("opportunities_pipeline")
      .on(table.locationId, table.pipelineId, table.createdAt, table.id)
      .where(sql`deleted_at is null`),
    index("opportunities_status")
      .on(table.locationId, table.status, table.createdAt, table.id)
      .where(sql`deleted_at is null`),
    // What was closed in a span of days, with all that is added up of it: reports look at no row. And how
    // long the open deals of a stage have stood there.
    index("opportunities_closed")
      .on(table.locationId, table.status, table.statusChangedAt, table.ownerId, table.currency, table.valueMinor)
      .where(sql`deleted_at is null and status <> 'open'`),
    index("opportunities_open_since")
      .on(table.locationId, table.stageId, table.stageChangedAt, table.archivedAt)
      .where(sql`deleted_at is null and status = 'open'`),
    index("opportunities_source")
      .on(table.locationId, table.source, table.createdAt, table.id)
      .where(sql`deleted_at is null`),
    index("opportunities_category")
      .on(table.locationId, table.categoryId, table.createdAt, table.id)
      .where(sql`deleted_at is null`),
    // With all that reports add up of somebody's own leads: they look at no row.
    index("opportunities_owner")
      .on(
        table.locationId,
        table.ownerId,
        table.createdAt,
        table.id,
        table.stageId,
        table.status,
        table.source,
        table.currency,
        table.valueMinor,
        table.archivedAt,
      )
      .where(sql`deleted_at is null`),
    index("opportunities_creator")
      .on(table.locationId, table.createdById, table.createdAt, table.id)
      .where(sql`deleted_at is null`),
    index("opportunities_made_for_others")
      .on(table.locationId, madeForOthersBy, table.createdAt)
      .where(sql`deleted_at is null and ${madeForOthersBy} is not null`),
    index("opportunities_archived")
      .on(table.locationId, table.createdAt, table.id)
      .where(sql`deleted_at is null and archived_at is not null`),
    index("opportunities_contact").on(table.locationId, table.contactId),
    index("opportunities_merged_into")
      .on(table.locationId, table.mergedIntoId)
      .where(sql`merged_into_id is not null`),
    index("opportunities_deleted")
      .on(table.locationId, table.deletedAt)
      .where(sql`deleted_at is not null`),
    foreignKey({
      name: "opportunities_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }),
    foreignKey({
      name: "opportunities_stage_of_pipeline",
      columns: [table.locationId, table.pipelineId, table.stageId],
      foreignColumns: [stages.locationId, stages.pipelineId, stages.id],
    }),
    foreignKey({
      name: "opportunities_lost_reason",
      columns: [table.locationId, table.lostReasonId],
      foreignColumns: [lostReasons.locationId, lostReasons.id],
    }),
    foreignKey({
      name: "opportunities_category",
      columns: [table.locationId, table.categoryId],
      foreignColumns: [leadCategories.locationId, leadCategories.id],
    }),
    foreignKey({
      name: "opportunities_owner",
      columns: [table.locationId, table.ownerId],
      foreignColumns: [members.locationId, members.userId],
    }),
    foreignKey({
      name: "opportunities_created_by",
      columns: [table.locationId, table.createdById],
      foreignColumns: [members.locationId, members.userId],
    }),
    foreignKey({
      name: "opportunities_client",
      columns: [table.locationId, table.clientId],
      foreignColumns: [clients.locationId, clients.id],
    }),
  ],
  { refersToLocation: false },
);

/**
 * A stay of a lead in a stage that it has left: what "median days per stage" and "of those that were
 * here, how many went on" are counted from. A trigger writes it at each move, whoever moves; the stay
 * that still lasts is the lead's own `stageId` since `stageChangedAt`. A move that is taken back
 * (`stageChangedAt` goes back) takes its stays away again.
 */
export const stageVisits = tenantTable(
  "stage_visits",
  {
    opportunityId: id().notNull(),
    /** Stages that may be gone by now: what was in them is known again when they are brought back. */
    stageId: id().notNull(),
    nextStageId: id().notNull(),
    enteredAt: instant().notNull(),
    leftAt: instant().notNull(),
  },
  (table) => [
    index("stage_visits_left").on(table.locationId, table.stageId, table.leftAt, table.enteredAt, table.nextStageId),
    index("stage_visits_of_opportunity").on(table.locationId, table.opportunityId, table.leftAt),
    foreignKey({
      name: "stage_visits_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }).onDelete("cascade"),
  ],
);

/** Who is assigned to a lead besides its owner, in the order they were named. */
export const opportunityFollowers = tenantTable(
  "opportunity_followers",
  {
    opportunityId: id().notNull(),
    userId: id().notNull(),
    position: smallint().notNull(),
    /** When the lead was made, so that an index has those that somebody follows in the order of lists. Triggers keep it. */
    leadCreatedAt: instant().notNull().defaultNow(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("opportunity_followers_user").on(table.locationId, table.opportunityId, table.userId),
    index("opportunity_followers_of_user").on(table.locationId, table.userId, table.opportunityId),
    index("opportunity_followers_newest").on(
      table.locationId,
      table.userId,
      sql`lead_created_at desc`,
      sql`opportunity_id desc`,
    ),
    foreignKey({
      name: "opportunity_followers_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "opportunity_followers_user",
      columns: [table.locationId, table.userId],
      foreignColumns: [members.locationId, members.userId],
    }),
  ],
);

export const campaigns = tenantTable(
  "campaigns",
  {
    number: rowNumber(),
    name: text().notNull(),
    slug: code().notNull(),
    status: text({ enum: ["draft", "published"] })
      .notNull()
      .default("published"),
    ...madeAndChanged,
  },
  (table) => [uniqueIndex("campaigns_slug").on(table.locationId, table.slug)],
);

export const campaignMembers = tenantTable(
  "campaign_members",
  { campaignId: id().notNull(), opportunityId: id().notNull(), ...madeAndChanged },
  (table) => [
    uniqueIndex("campaign_members_opportunity").on(table.locationId, table.campaignId, table.opportunityId),
    index("campaign_members_of_opportunity").on(table.locationId, table.opportunityId),
    foreignKey({
      name: "campaign_members_campaign",
      columns: [table.locationId, table.campaignId],
      foreignColumns: [campaigns.locationId, campaigns.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "campaign_members_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }).onDelete("cascade"),
  ],
);

/**
 * How many leads and how much value there are: what the overview and list totals add up, so that no
 * count scans the leads. By stage, state, source, category and archive over all days; and by stage,
 * state and source of each day. A trigger on opportunities appends signed rows (no row is contended);
 * a job folds them together: those of days into three sums, for most who ask of days have no need
 * of stage and source at once, and then there are fewer rows to add up.
 */
export const leadTallies = tenantTable(
  "lead_tallies",
  {
    /** The day in the location's zone; null on the rows that count all days, which every change adds to as well. */
    createdOn: date({ mode: "string" }),
    /** Both null on sums by source. */
    stageId: id(),
    status: text(),
    /** Null on the rows of a day, which are by neither category nor archive: nobody asks for that. */
    categoryId: id(),
    /** Null on sums by stage as well. */
    source: text(),
    archived: boolean(),
    currency: text().notNull(),
    leads: integer().notNull(),
    valueMinor: minorUnits().notNull(),
    /** What the row tells apart; `all` is what was appended since, and is a part of every sum. */
    tellsApart: text({ enum: ["all", "both", "stage", "source"] })
      .notNull()
      .default("all"),
  },
  (table) => [
    index("lead_tallies_day").on(table.locationId, table.createdOn, table.tellsApart),
    index("lead_tallies_appended")
      .on(table.locationId)
      .where(sql`tells_apart = 'all'`),
  ],
);

/**
 * How many living leads stand as they do since which day, and what they are worth: open in their stage
 * since they came there, won, lost or abandoned since they were. From it reports count what was closed
 * in a range. Triggers on opportunities append signed rows by owner and source; a job folds each into
 * three sums, by source, by owner and by neither: by both at once there would be as many as leads.
 */
export const standingTallies = tenantTable(
  "standing_tallies",
  {
    /** The day in the location's zone. */
    sinceOn: date({ mode: "string" }).notNull(),
    stageId: id().notNull(),
    status: text().notNull(),
    /** Null on sums by source as well. */
    ownerId: id(),
    /** Null on sums by owner as well. */
    source: text(),
    currency: text().notNull(),
    leads: integer().notNull(),
    valueMinor: minorUnits().notNull(),
    /** What the row tells apart; `both` is what was appended since, and is a part of every sum. */
    tellsApart: text({ enum: ["both", "source", "owner", "neither"] })
      .notNull()
      .default("both"),
  },
  (table) => [
    index("standing_tallies_day").on(table.locationId, table.tellsApart, table.status, table.sinceOn, table.stageId),
    index("standing_tallies_appended")
      .on(table.locationId)
      .where(sql`tells_apart = 'both'`),
  ],
);

/** Whom a campaign speaks to: contacts, beside the leads in `campaign_members`. */
export const campaignContacts = tenantTable(
  "campaign_contacts",
  { campaignId: id().notNull(), contactId: id().notNull(), ...madeAndChanged },
  (table) => [
    uniqueIndex("campaign_contacts_contact").on(table.locationId, table.contactId, table.campaignId),
    index("campaign_contacts_of_campaign").on(table.locationId, table.campaignId),
    foreignKey({
      name: "campaign_contacts_campaign",
      columns: [table.locationId, table.campaignId],
      foreignColumns: [campaigns.locationId, campaigns.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "campaign_contacts_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
  ],
);

/** A series of steps that runs for a contact once it is enrolled. */
export const workflows = tenantTable("workflows", {
  number: rowNumber(),
  name: text().notNull(),
  status: text({ enum: ["draft", "published"] })
    .notNull()
    .default("published"),
  version: integer().notNull().default(1),
  ...madeAndChanged,
});

/** A contact in a workflow: from when it runs for them, and when it was ended. */
export const workflowEnrolments = tenantTable(
  "workflow_enrolments",
  {
    workflowId: id().notNull(),
    contactId: id().notNull(),
    startsAt: instant().notNull(),
    endedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("workflow_enrolments_running")
      .on(table.locationId, table.contactId, table.workflowId)
      .where(sql`ended_at is null`),
    index("workflow_enrolments_of_contact").on(table.locationId, table.contactId),
    index("workflow_enrolments_of_workflow").on(table.locationId, table.workflowId),
    foreignKey({
      name: "workflow_enrolments_workflow",
      columns: [table.locationId, table.workflowId],
      foreignColumns: [workflows.locationId, workflows.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "workflow_enrolments_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
  ],
);
