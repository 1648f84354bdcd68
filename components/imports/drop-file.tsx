"use client";

import { FileSpreadsheet } from "lucide-react";
import { FileDrop } from "@/components/fields/file-drop";
import { importLimits } from "@/lib/imports/model/file";
import { messages } from "./messages";
import { useUploadImport } from "./mutations";

/** Takes a file of leads that is dropped or chosen, and goes on to its import. */
export const DropFile = () => (
  <FileDrop
    icon={<FileSpreadsheet />}
    title={messages.drop}
    hint={messages.dropHint(importLimits.rows)}
    accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
    problemOf={problemOf}
    upload={useUploadImport()}
  />
);

/** What can be seen of a file before it is sent. */
function problemOf({ name, size }: File): string | null {
  if (size > importLimits.bytes) return messages.tooLarge(name);
  return /\.(xlsx?|ods|numbers)$/i.test(name) ? messages.notCsv(name) : null;
}
