import { ExportSection } from "./export-section";
import { ImportSection } from "./import-section";

/** Everything of the location in one file, and such a file read in. */
export const DataScreen = () => (
  <>
    <ExportSection />
    <ImportSection />
  </>
);
