import type { Actor } from "@/lib/access/context";
import type { CsvFormat, ImportColumn } from "./file";
import type { ImportPlan } from "./plan";

/** What a row comes to. */
export type RowKind = "new" | "changed" | "unchanged" | "duplicate" | "refused";

/** Rows by what they come to. */
export type RowCounts = Record<RowKind, number>;

export const rowKinds = ["new", "changed", "unchanged", "duplicate", "refused"] as const satisfies readonly RowKind[];

/** No rows of any kind. */
export const noRows = (): RowCounts => ({ new: 0, changed: 0, unchanged: 0, duplicate: 0, refused: 0 });

/** `ready`: waits for its plan and to be started. */
export type ImportStatus = "ready" | "running" | "done" | "cancelled" | "failed" | "undoing" | "undone";

/** A row of a preview, as people look at it. */
export type PreviewRow = {
  line: number;
  kind: RowKind;
  /** Who it is about. */
  name: string;
  /** What would be written: of a known lead only what changes. */
  changes: { field: string; before: string | null; after: string | null }[];
  /** Why it is refused, or whom it doubles. */
  reason: string | null;
};

/** What a dry run found. */
export type ImportPreview = { plan: ImportPlan; counts: RowCounts; rows: PreviewRow[]; madeAt: string };

/** How far an undo is, and what it did. */
export type UndoProgress = {
  rowsDone: number;
  rowsTotal: number;
  /** Leads that the import made, and that are gone again. */
  removed: number;
  /** Leads that are as they were before. */
  restored: number;
  /** Leads that somebody changed since, and that were left as they are. */
  kept: number;
};

/** As whom an import writes, and by whose customs (BCP 47) it tells of its rows. */
export type ImportActor = Pick<Actor, "type" | "name"> & { id: string | null; locale?: string };

/** A file of leads, and what became of it. */
export type Import = CsvFormat & {
  id: string;
  number: number;
  fileName: string;
  sizeBytes: number;
  columns: ImportColumn[];
  /** The program whose export it seems to be. */
  program: string | null;
  rowCount: number;
  status: ImportStatus;
  plan: ImportPlan;
  preview: ImportPreview | null;
  rowsDone: number;
  counts: RowCounts;
  undo: UndoProgress | null;
  failure: string | null;
  /** Whether its file is still kept. */
  hasFile: boolean;
  createdByName: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  undoneAt: Date | null;
};
