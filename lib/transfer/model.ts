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

/** The form of an export. A reader refuses a higher number. */
export const exportVersion = 1;

/** The largest export that is taken in by a browser or program; larger ones are read in on the server. */
export const largestImportBytes = 2_147_483_648;

/** An export that was, or is being, read into the location. */
export type LocationImport = {
  id: string;
  status: "waiting" | "running" | "done" | "failed";
  fileName: string;
  sizeBytes: number;
  /** How many records there are, as the file says, and how many are read so far. */
  recordsTotal: number;
  recordsDone: number;
  /** What came in, once it is done. */
  files: number;
  usersKnown: number;
  usersMade: number;
  failure: string | null;
  createdByName: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};

/** The imports of a location, and whether another one can be made: it has no contact and no lead, be it in the bin. */
export type LocationImports = { imports: LocationImport[]; isEmpty: boolean };
