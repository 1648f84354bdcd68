import type { LeadQuery, SentQuery } from "@/lib/leads/query/model";

export type ViewKind = "table" | "board";

/** A field that a view shows. */
export type ViewColumn = { field: string; /** Pixels, where somebody chose. */ width?: number; pinned?: boolean };

/** A list or board of leads as somebody set it up. */
export type SavedView = {
  id: string;
  name: string;
  kind: ViewKind;
  /** Whether everybody in the location has it. */
  shared: boolean;
  owner: { id: string; name: string };
  /** Whether the caller may change it. */
  changeable: boolean;
  /** Whether the caller's screen begins with it. */
  isDefault: boolean;
  query: LeadQuery;
  columns: ViewColumn[];
  /** What else the screen keeps of it: small values by names of its own. */
  settings: Record<string, string | number | boolean | null>;
  position: number;
  updatedAt: Date;
};

/** What can be said of a view. */
export type ViewChanges = Partial<Pick<SavedView, "name" | "shared" | "columns" | "settings" | "position">> & {
  query?: SentQuery;
};

export const viewLimits = { name: 100, perUser: 200, columns: 40, settings: 20, settingLength: 500 } as const;
