import { memo } from "react";
import { formatMoney, Money } from "@/components/fields/money";
import { messages } from "@/components/leads/messages";
import type { LeadRow } from "@/components/leads/queries";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Dot } from "@/components/ui/dot";
import { sayAgo, sayDate, sayMoment } from "@/lib/kit/moment";
import { sayNumber } from "@/lib/kit/number";

/** What times are told by: the moment the list is of, and the location's zone. */
export type Clock = { asOf: string; timeZone: string };

type CellValueProps = {
  lead: LeadRow;
  column: string;
  clock: Clock;
  /** How wide the cell is, in pixels. */
  width?: number;
};

/** The value of a lead in a column; nothing where it has none. */
export const CellValue = memo(function CellValue({ lead, column, clock, width = Infinity }: CellValueProps) {
  switch (column) {
    case "number":
      return <span className="text-ink-faint">#{lead.number}</span>;
    case "stage":
      return (
        <>
          <Dot color={lead.stage.color} className="mr-2" />
          {lead.stage.name}
        </>
      );
    case "owner":
      return lead.owner ? <Person name={lead.owner.name} /> : <span className="text-ink-faint">{messages.nobody}</span>;
    case "valueMinor":
      return lead.valueMinor === null ? null : <Value minor={lead.valueMinor} currency={lead.currency} width={width} />;
    case "status":
      return <Badge tone={lead.status === "won" ? "positive" : "neutral"}>{messages.statuses[lead.status]}</Badge>;
    case "createdAt":
    case "updatedAt":
      return <Moment value={lead[column]} clock={clock} />;
    case "nextTaskDueAt":
      return <Due value={lead.cells[column]} clock={clock} />;
    case "contactName":
    case "companyName":
    case "email":
    case "phone":
    case "source":
      return lead[column];
    default:
      return <AnyValue value={lead.cells[column]} clock={clock} />;
  }
});

/** In pixels. */
const figureWidth = 8;
/** What a cell keeps free at its sides, in pixels. */
const margins = 24;

/** An amount, short where the cell has no room for the whole of it: one that is cut off reads as another one. */
function Value({ minor, currency, width }: { minor: number; currency: string; width: number }) {
  const whole = formatMoney(minor, currency);
  if (whole.length * figureWidth + margins <= width) return <Money minor={minor} currency={currency} />;
  return (
    <span title={whole}>
      <Money minor={minor} currency={currency} style="short" />
    </span>
  );
}

const Person = ({ name }: { name: string }) => (
  <>
    <span className="mr-2 inline-flex align-middle">
      <Avatar name={name} size="small" />
    </span>
    {name}
  </>
);

/** How many people or words a cell names before it counts the rest. */
const namedValues = 3;

/** A value of which only the list knows what it is: text, number, yes or no, a day, a moment, a record, or some of them. */
function AnyValue({ value, clock }: { value: LeadRow["cells"][string] | undefined; clock: Clock }) {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "boolean") return value ? messages.yes : messages.no;
  if (typeof value === "number") return sayNumber(value);
  if (typeof value === "string") {
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return <Moment value={value} clock={clock} />;
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return <span className="figures text-ink-muted">{sayDate(value, true)}</span>;
    return value;
  }
  if (!Array.isArray(value)) return "name" in value ? String(value["name"]) : null;
  const names = value.map((each) => (typeof each === "string" ? each : each.name));
  const arePeople = value.some((each) => typeof each !== "string");
  const more = names.length - namedValues;
  return (
    <span className="space-x-1" title={names.join(", ")}>
      {names
        .slice(0, namedValues)
        .map((name) =>
          arePeople ? (
            names.length === 1 ? (
              <Person key={name} name={name} />
            ) : (
              <Avatar key={name} name={name} size="small" />
            )
          ) : (
            <Badge key={name}>{name}</Badge>
          ),
        )}
      {arePeople && names.length > 1 && <span className="sr-only">{names.join(", ")}</span>}
      {more > 0 && <span className="text-ink-faint text-xs">{messages.andMore(more)}</span>}
    </span>
  );
}

/** A moment as people say it. The grid says it exactly where the pointer is. */
function Moment({ value, clock: { asOf, timeZone } }: { value: string; clock: Clock }) {
  return (
    <time dateTime={value} className="figures text-ink-muted">
      {sayAgo(new Date(value), new Date(asOf), timeZone)}
    </time>
  );
}

/** When something is due; late is said in a word, not by colour alone. */
function Due({ value, clock: { asOf, timeZone } }: { value: LeadRow["cells"][string] | undefined; clock: Clock }) {
  if (typeof value !== "string") return null;
  const [due, now] = [new Date(value), new Date(asOf)];
  const isLate = due < now;
  return (
    <time dateTime={value} className={isLate ? "figures text-negative" : "figures text-ink-muted"}>
      {isLate && `${messages.late} `}
      {sayMoment(due, now, timeZone)}
    </time>
  );
}
