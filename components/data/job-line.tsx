import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ExportAnswer } from "@/lib/dialects/native/exports";
import type { LocationImportAnswer } from "@/lib/dialects/native/location-imports";
import { sayExactly, sayMoment } from "@/lib/kit/moment";
import { messages } from "./messages";

const tones: Record<ExportAnswer["status"], BadgeTone> = {
  waiting: "neutral",
  running: "accent",
  done: "positive",
  failed: "negative",
};

type JobLineProps = {
  line: ExportAnswer | LocationImportAnswer;
  answer: { asOf: string; timeZone: string };
  facts: (string | false)[];
  /** What can be done with it, in place of the word for how far it is. */
  children?: ReactNode;
};

/** A file that is, or was, written or read in. */
export function JobLine({ line, answer, facts, children }: JobLineProps) {
  const createdAt = new Date(line.createdAt);
  const said = facts.filter(Boolean);
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 text-sm">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{line.fileName}</span>
        <span className="text-ink-muted figures block text-xs">
          <time dateTime={line.createdAt} title={sayExactly(createdAt, answer.timeZone)}>
            {sayMoment(createdAt, new Date(answer.asOf), answer.timeZone)}
          </time>
          {line.createdByName && ` ${messages.by(line.createdByName)}`}
          {said.length > 0 && ` · ${said.join(" · ")}`}
        </span>
        {line.failure && <span className="text-negative block text-xs">{line.failure}</span>}
      </span>
      {children || <Badge tone={tones[line.status]}>{messages.statuses[line.status]}</Badge>}
    </div>
  );
}
