import { ActivityCard } from "./activity-card";
import { ForecastCard } from "./forecast-card";
import { FunnelCard } from "./funnel-card";
import { LeadersCard } from "./leaders-card";
import { OverdueCard } from "./overdue-card";
import { StalledCard } from "./stalled-card";

/** The tiles that are fetched when they come near the screen, together. */
export const laterTiles = {
  funnel: FunnelCard,
  forecast: ForecastCard,
  leaders: LeadersCard,
  stalled: StalledCard,
  overdue: OverdueCard,
  activity: ActivityCard,
};
export type LaterTiles = typeof laterTiles;
