/** A whole location written into one file, to be fetched. */
export type LocationExport = {
  id: string;
  status: "waiting" | "running" | "done" | "failed";
  fileName: string;
  sizeBytes: number | null;
  /** How many records are written so far. */
  recordsDone: number;
  failure: string | null;
  createdByName: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};
