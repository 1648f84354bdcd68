import type { LeadStatus } from "@/lib/leads/model";
import type { LeadTotal, SentQuery } from "@/lib/leads/query/model";

/** One thing to be done to each of many leads. */
export type LeadsCommand =
  /** Gives them an owner; nobody with null. Who follows them goes on to. */
  | { type: "assign"; ownerId: string | null }
  | { type: "stage"; stageId: string }
  | { type: "status"; status: LeadStatus; lostReasonId?: string | null }
  | { type: "addTags"; tags: string[] }
  | { type: "removeTags"; tags: string[] }
  | { type: "archive" }
  | { type: "activate" }
  | { type: "delete" }
  | { type: "restore" };

/** Deleting a stage or a pipeline whose leads go to another stage. */
export type DeleteIntoCommand =
  | { type: "deleteStage"; stageId: string; targetId: string }
  | { type: "deletePipeline"; pipelineId: string; targetId: string };

/** Giving every contact with a tag another one in its place, or none with null. */
export type RetagCommand = { type: "retag"; from: string; to: string | null };

/** Which leads: some, or all that a query finds but for exceptions. */
export type LeadsSelection = { ids: string[] } | { query: SentQuery; except?: string[] };

export type BulkState = "waiting" | "running" | "done" | "cancelled" | "failed";

/** A change of many leads or contacts, the deletion of what they were in, or the undoing of one, and how far it is. */
export type BulkChange = {
  id: string;
  command: LeadsCommand | DeleteIntoCommand | RetagCommand | { type: "undo" };
  state: BulkState;
  /** How many leads (or changes to undo) there were when it began. */
  total: number;
  /** Of them: those that were looked at, those that changed, and those that could not. */
  done: number;
  changed: number;
  skipped: number;
  /** Why it stopped; null when it did not. */
  failure: string | null;
  /** The change that this one undoes. */
  undoOf: string | null;
  /** The change that undoes this one. */
  undoneBy: string | null;
  startedBy: string;
  createdAt: Date;
  endedAt: Date | null;
};

/** How many leads went elsewhere so far; and the change that goes on with the others, null where it is done. */
export type DeletedInto = { moved: number; bulk: BulkChange | null };

/** How many leads a selection has. */
export type BulkPreview = { total: LeadTotal };

export const bulkLimits = {
  /** Leads or exceptions named by their ids. */
  ids: 5000,
  /** Up to so many leads are changed while the caller waits. */
  atOnce: 200,
  /** Leads that change, or changes that are undone, in one transaction. */
  batch: 200,
  /** Leads that go elsewhere in one transaction when their stage is deleted; up to so many while the caller waits. */
  emptied: 1000,
} as const;

/** Whether nothing more is going to happen. */
export const isEnded = ({ state }: Pick<BulkChange, "state">): boolean => state !== "waiting" && state !== "running";
