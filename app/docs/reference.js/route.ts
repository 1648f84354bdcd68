import { keptFile } from "@/app/docs/kept-file";
import { referenceFile } from "@/app/docs/reference";

/** The reader of the API's document, from its package. */
export const GET = (): Promise<Response> => keptFile(referenceFile, "text/javascript; charset=utf-8");
