import { inLanguage } from "@/lib/kit/language";
import { sayTenths } from "@/lib/kit/number";

const megabytes = (bytes: number) => sayTenths(bytes / 1_048_576);

/** The words of the place where a file is dropped. */
export const messages = inLanguage("fileDrop", {
  dropNow: "Drop it to upload",
  choose: "Choose a file",
  uploading: (name: string) => `Uploading ${name}`,
  reading: (name: string) => `Reading ${name}…`,
  sent: (part: number, bytes: number) =>
    `${Math.floor(part * 100)}% · ${megabytes(part * bytes)} of ${megabytes(bytes)} MB`,
  stopUpload: "Cancel upload",
  oneFile: "Send one file at a time.",
  failedUpload: "The file could not be taken in",
});
