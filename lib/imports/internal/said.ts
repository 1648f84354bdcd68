import type { ContactChanges } from "@/lib/contacts/model";
import type { LeadStatus } from "@/lib/leads/model";
import type { KnownMember, KnownStage } from "./references";

/** What a row says about a lead: what is undefined it leaves unsaid. */
export type SaidLead = {
  name?: string;
  valueMinor?: number;
  /** Of the value; the location's where a row says none. Never without a value. */
  currency?: string;
  stage?: KnownStage;
  status?: LeadStatus;
  owner?: KnownMember;
  source?: string;
  description?: string;
  lastContactedOn?: string;
  createdAt?: Date;
  utmSource?: string;
  utmMedium?: string;
  utmCampaign?: string;
  utmContent?: string;
};

/** A row as it was understood. */
export type SaidRow = {
  /** The place of the row among the rows of the file, from 1. */
  position: number;
  line: number;
  contact: ContactChanges;
  lead: SaidLead;
  tags: string[];
  note: string | null;
  /** By custom field id. */
  custom: Map<string, unknown>;
};

/** A row that can not be used, and why. */
export type RefusedRow = { position: number; line: number; cells: string[]; reason: string };
