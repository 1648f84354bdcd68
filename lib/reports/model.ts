/** The spans of days, up to and with today, that the overview looks back over. */
export const overviewRanges = ["7", "30", "90", "365", "all"] as const;
export type OverviewRange = (typeof overviewRanges)[number];

/** Which appointments are asked for: still to come, or of the day, week (from Monday) or month that is now. */
export const appointmentPeriods = ["upcoming", "today", "week", "month"] as const;
export type AppointmentPeriod = (typeof appointmentPeriods)[number];
