import type { Appointment, AppointmentStatus } from "@/lib/calendars/model";
import type { Contact, ContactChanges } from "@/lib/contacts/model";

export const leadStatuses = ["open", "won", "lost", "abandoned"] as const;
export type LeadStatus = (typeof leadStatuses)[number];

/** A user as records point at them. */
export type UserReference = { id: string; number: number; name: string; username: string };

/** Attributes of a lead that only some callers know; texts as they were given. */
export type LeadAttributes = {
  /** A word of the caller's own for where the lead is in its life, beside the stage. */
  lifecycle: string;
  /** Whom the caller said the lead belongs to: a username or a word of their own. */
  ownerReference: string;
  customerName: string | null;
  leadType: string | null;
  requestType: string | null;
  company: string | null;
  qualifiedBy: string | null;
  qualifiedOn: string | null;
  qualificationStatus: string | null;
  utmContent: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
};

/** The owner reference of a lead that nobody owns. */
export const noOwnerReference = "__user";

/** The names of these attributes. */
export const leadAttributeNames = [
  "lifecycle",
  "ownerReference",
  "customerName",
  "leadType",
  "requestType",
  "company",
  "qualifiedBy",
  "qualifiedOn",
  "qualificationStatus",
  "utmContent",
  "utmSource",
  "utmMedium",
  "utmCampaign",
] as const satisfies readonly (keyof LeadAttributes)[];

/** An opportunity read together with its contact. */
export type Lead = LeadAttributes & {
  id: string;
  /** The number by which people and two of the lead APIs know it. */
  number: number;
  slug: string;
  name: string;
  status: LeadStatus;
  /** Minor units of `currency` (ISO 4217); null when no value is known. */
  valueMinor: number | null;
  currency: string;
  stage: {
    id: string;
    number: number;
    key: string;
    name: string;
    color: string;
    probability: number;
    pipelineId: string;
  };
  /** Its rank among the leads of its stage (lib/kit/rank.ts). */
  position: string;
  stageChangedAt: Date;
  /** When it was won, lost, abandoned or opened again. */
  statusChangedAt: Date;
  /** Why it was lost, where that is known. */
  lostReasonId: string | null;
  category: { id: string; number: number; name: string };
  source: string | null;
  description: string | null;
  /** A date `yyyy-mm-dd`. */
  lastContactedOn: string | null;
  /** Who works on it, each once: the owner first, then the other followers in their order. */
  assigned: UserReference[];
  /** The ids of those who follow it, in their order: the owner among them only where somebody said so. */
  followerIds: string[];
  /** The id of the owner; null when nobody owns it, and all of `assigned` follow. */
  ownerId: string | null;
  /** Who made it; null when a location's key did. */
  createdBy: UserReference | null;
  archivedAt: Date | null;
  convertedAt: Date | null;
  client: { id: string; number: number } | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
  contact: Contact;
};

/** How a caller names one lead. */
export type LeadReference = { id: string } | { number: number } | { slug: string };

/** How a caller names a stage: by its id or number, or by its key in the default pipeline. */
export type StageReference = { id: string } | { number: number } | { key: string };

/** Where in its stage a lead is put: right below the lead `after`, else right above `before`, else at the top. */
export type Place = { after?: string; before?: string };

/** What a command says about a lead: undefined leaves alone (or takes the default), null clears. */
export type LeadChanges = Partial<LeadAttributes> & {
  name?: string | null;
  valueMinor?: number | null;
  stage?: StageReference;
  category?: { number: number };
  source?: string | null;
  description?: string | null;
  lastContactedOn?: string | null;
  archived?: boolean;
  /** The user it is assigned to first, by username or id. */
  owner?: { username: string } | { id: string };
  contact?: ContactChanges;
  tags?: string[];
  /**
   * Values by field key, from callers that can send custom fields: these then have to send the
   * required ones. Undefined for callers that can not.
   */
  customFields?: Record<string, unknown>;
};

/** A new lead; `note` becomes its first note. `contactId` names its contact, where nobody has to be looked for. */
export type CreateLead = LeadChanges & { note?: string | null; contactId?: string };

/** Which leads a list shows. Every part given has to hold. */
export type LeadFilter = {
  /** A key is that of the stages of all pipelines that have it. */
  stage?: Exclude<StageReference, { id: string }>;
  category?: { number: number };
  source?: string;
  archived?: boolean;
  /** Owner or follower, by number. */
  assignedTo?: { number: number } | { id: string };
  createdBy?: { id: string } | { username: string };
  /** Part of the name, the contact's name, company or email. */
  search?: string;
  /** Parts of the contact's own fields. */
  firstName?: string;
  lastName?: string;
  email?: string;
  phone?: string;
  campaignSlug?: string;
};

export type LeadOrder = { by: "createdAt" | "name" | "value" | "lastContactedOn"; direction: "asc" | "desc" };

export type LeadPage = { limit: number; offset: number };

/** The longest texts that can be kept: longer ones would not fit into an index. */
export const textLimits = { short: 255, line: 1000, long: 20_000 } as const;

/** An appointment as lists show it, with the lead it is about. */
export type LeadAppointment = Pick<Appointment, "id" | "number" | "note" | "status" | "startsAt" | "endsAt"> & {
  /** Null when it takes nobody's time. */
  hostName: string | null;
  lead: { id: string; number: number; slug: string; contactName: string | null; stageKey: string };
};

/** Which appointments a list shows. Every part given has to hold. */
export type LeadAppointmentFilter = {
  /** Those a user hosts, or of leads they made or are assigned to. */
  concerning?: { userId: string };
  /** Those that start in a span of time: from the first instant, and before the second. */
  startsFrom?: Date;
  startsBefore?: Date;
  statuses?: readonly AppointmentStatus[];
  /** Part of the first name of the lead's contact. */
  firstName?: string;
};

export type LeadAppointmentOrder = "soonest" | "newest";

/** What stands for "no source" where a source is named by a text. */
export const withoutSource = "(none)";

/** Which deals a board shows: those of one status, or whatever became of them. Archived ones are never among them. */
export type BoardStatus = LeadStatus | "all";

/** A lead as a card of the board. */
export type BoardCard = {
  id: string;
  number: number;
  name: string;
  version: number;
  stageId: string;
  /** Its rank in the stage, from the top (lib/kit/rank.ts). */
  position: string;
  stageChangedAt: Date;
  status: LeadStatus;
  isArchived: boolean;
  valueMinor: number | null;
  currency: string;
  contactName: string | null;
  companyName: string | null;
  tags: string[];
  owner: { id: string; name: string } | null;
  /** What is to be done first: an open task, late ones too, or an appointment that is still to come. */
  next: { kind: "task" | "appointment"; title: string; at: Date } | null;
};

/** What the deals of a column come to in one currency. */
export type BoardSum = {
  currency: string;
  minor: number;
  /** What they are expected to bring (`weightedMinor`): won deals count whole, those that came to nothing not at all. */
  weightedMinor: number;
};

/** A stage as a column of the board. */
export type BoardColumn = {
  id: string;
  key: string;
  name: string;
  color: string;
  probability: number;
  /** Days without a move after which a deal here has stalled: the stage's own, else the location's. */
  stalledAfterDays: number;
  count: number;
  /** By currency, the location's own first. */
  sums: BoardSum[];
};

/** A pipeline as a board, without its cards. */
export type Board = {
  pipeline: { id: string; name: string };
  pipelines: { id: string; name: string }[];
  columns: BoardColumn[];
  asksLostReason: boolean;
  lostReasons: { id: string; name: string }[];
};

/** What a lead's timeline can be narrowed to. */
export const timelineKinds = ["notes", "calls", "tasks", "appointments", "mail", "files", "stages", "changes"] as const;
export type TimelineKind = (typeof timelineKinds)[number];
