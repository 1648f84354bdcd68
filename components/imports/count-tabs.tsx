import type { ImportAnswer } from "@/lib/dialects/native/imports";
import { rowKinds } from "@/lib/imports/model/import";
import { sayNumber } from "@/lib/kit/number";
import { messages } from "./messages";

export type RowKind = (typeof rowKinds)[number];
type Counts = ImportAnswer["counts"];

const marks: Record<RowKind, string> = {
  new: "bg-positive",
  changed: "bg-accent",
  unchanged: "bg-ink-faint",
  duplicate: "bg-caution",
  refused: "bg-negative",
};

type CountTabsProps = { counts: Counts; chosen: RowKind; onChoose: (kind: RowKind) => void };

/** How many rows come to what; one kind is looked at. */
export const CountTabs = ({ counts, chosen, onChoose }: CountTabsProps) => (
  <div className="grid grid-cols-5 gap-2 max-lg:grid-cols-3 max-sm:grid-cols-2">
    {rowKinds.map((kind) => (
      <button
        key={kind}
        type="button"
        aria-pressed={kind === chosen}
        onClick={() => onChoose(kind)}
        className="border-line bg-raised shadow-card hover:bg-hover aria-pressed:border-accent aria-pressed:ring-accent rounded-lg border px-3 py-2.5 text-left transition-colors aria-pressed:ring-1"
      >
        <Count kind={kind} count={counts[kind]} />
      </button>
    ))}
  </div>
);

/** The same, only to be read. */
export const CountList = ({ counts }: { counts: Counts }) => (
  <dl className="grid grid-cols-5 gap-x-2 gap-y-3 max-lg:grid-cols-3 max-sm:grid-cols-2">
    {rowKinds.map((kind) => (
      <div key={kind} className="flex flex-col">
        <dt className="text-ink-muted flex items-center gap-1.5 text-sm">
          <Mark kind={kind} />
          {messages.kinds[kind]}
        </dt>
        <dd className="figures text-xl font-semibold">{sayNumber(counts[kind])}</dd>
      </div>
    ))}
  </dl>
);

const Count = ({ kind, count }: { kind: RowKind; count: number }) => (
  <>
    <span className="text-ink-muted flex items-center gap-1.5 text-sm">
      <Mark kind={kind} />
      {messages.kinds[kind]}
    </span>
    <span className="figures block text-xl font-semibold">{sayNumber(count)}</span>
  </>
);

const Mark = ({ kind }: { kind: RowKind }) => (
  <span aria-hidden className={`size-2 shrink-0 rounded-full ${marks[kind]}`} />
);
