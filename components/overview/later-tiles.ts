import { ActivityCard } from "./activity-card";

/** The tiles that are fetched when they come near the screen, together. */
export const laterTiles = { activity: ActivityCard };
export type LaterTiles = typeof laterTiles;
