/** The spans of days, up to and with today, that the overview looks back over. */
export const overviewRanges = ["7", "30", "90", "365", "all"] as const;
export type OverviewRange = (typeof overviewRanges)[number];

/** What stands for leads that belong to nobody where an owner is named by an id. */
export const withoutOwner = "(none)";

/** Whose leads a report is about; of all pipelines, owners and sources where none is named. */
export type LeadScope = {
  pipelineId?: string;
  /** The id of a user, or `withoutOwner`. */
  owner?: string;
  /** A source as leads have it, or `withoutSource`. */
  source?: string;
};

/** Which leads a report is about. */
export type ReportScope = LeadScope & { range: OverviewRange };

/** Which appointments are asked for: still to come, or of the day, week (from Monday) or month that is now. */
export const appointmentPeriods = ["upcoming", "today", "week", "month"] as const;
export type AppointmentPeriod = (typeof appointmentPeriods)[number];
