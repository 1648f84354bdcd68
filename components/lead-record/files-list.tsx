import { Paperclip } from "lucide-react";
import { Card } from "@/components/ui/card";
import type { LeadRecordAnswer } from "@/lib/dialects/native/leads";
import { messages } from "./messages";

/** The files of the lead. */
export function FilesList({ record: { attachments } }: { record: LeadRecordAnswer }) {
  return (
    <Card title={messages.files} flush className="pb-2">
      <ul>
        {attachments.map(({ id, fileName, sizeBytes }) => (
          <li key={id} className="flex items-center gap-2.5 px-4 py-1.5 text-sm">
            <Paperclip aria-hidden className="text-ink-faint size-4 shrink-0" />
            <span className="min-w-0 flex-1 truncate">{fileName}</span>
            <span className="figures text-ink-faint text-xs">{saySize(sizeBytes)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** A size in bytes as people say it: `12 kB`. */
function saySize(bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat("en", {
    style: "unit",
    unit: units[power],
    unitDisplay: "short",
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}
