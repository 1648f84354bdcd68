import { Money } from "@/components/fields/money";
import { Card } from "@/components/ui/card";
import { Dot } from "@/components/ui/dot";
import type { LeadRecordAnswer } from "@/lib/dialects/native/leads";
import { sayDate, sayExactly, sayMoment } from "@/lib/kit/moment";
import { noOwnerReference } from "@/lib/leads/model";
import { Fact, FactValue } from "./fact";
import { messages } from "./messages";

/** Everything that is known of a lead and its contact. What is not known is left out. */
export function FactsCards({ record }: { record: LeadRecordAnswer }) {
  const { lead, customValues } = record;
  const moreNames = Object.keys(lead.attributes).filter((name) => isKnown(name, lead.attributes[name]));
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card title={messages.about}>
        <dl className="flex flex-col gap-2">
          <LeadFacts record={record} />
        </dl>
      </Card>
      <Card title={messages.contact}>
        <dl className="flex flex-col gap-2">
          {contactFacts(lead.contact).map((name) => (
            <Fact key={name} label={messages.names[name] ?? name}>
              <FactValue name={name} label={messages.names[name] ?? name} value={lead.contact[name]} />
            </Fact>
          ))}
        </dl>
      </Card>
      {customValues.length > 0 && (
        <Card title={messages.customFields}>
          <dl className="flex flex-col gap-2">
            {customValues.map(({ id, name, value }) => (
              <Fact key={id} label={name}>
                <FactValue name={id} label={name} value={value} />
              </Fact>
            ))}
          </dl>
        </Card>
      )}
      {moreNames.length > 0 && (
        <Card title={messages.more}>
          <dl className="flex flex-col gap-2">
            {moreNames.map((name) => (
              <Fact key={name} label={messages.names[name] ?? name}>
                <FactValue name={name} label={messages.names[name] ?? name} value={lead.attributes[name]} />
              </Fact>
            ))}
          </dl>
        </Card>
      )}
    </div>
  );
}

function LeadFacts({ record: { lead, asOf, timeZone } }: { record: LeadRecordAnswer }) {
  const { facts } = messages;
  return (
    <>
      <Fact label={facts.status}>
        <span className="inline-flex items-center gap-2">
          <Dot color={lead.stage.color} />
          {lead.stage.name}
        </span>
      </Fact>
      {lead.valueMinor !== null && (
        <Fact label={facts.value}>
          <Money minor={lead.valueMinor} currency={lead.currency} />
        </Fact>
      )}
      <Fact label={facts.assigned}>{lead.assigned.map(({ name }) => name).join(", ") || messages.nobody}</Fact>
      <Fact label={facts.category}>{lead.category}</Fact>
      {lead.source && <Fact label={facts.source}>{lead.source}</Fact>}
      {lead.lastContactedOn && <Fact label={facts.lastContactedOn}>{sayDate(lead.lastContactedOn, true)}</Fact>}
      {lead.createdBy && <Fact label={facts.createdBy}>{lead.createdBy.name}</Fact>}
      {(["createdAt", "updatedAt"] as const).map((moment) => (
        <Fact key={moment} label={facts[moment]}>
          <time dateTime={lead[moment]} title={sayExactly(new Date(lead[moment]), timeZone)} className="figures">
            {sayMoment(new Date(lead[moment]), new Date(asOf), timeZone)}
          </time>
        </Fact>
      ))}
      {lead.description && <Fact label={facts.description}>{lead.description}</Fact>}
    </>
  );
}

/** The parts of a name say nothing beside the whole of it, and these two are said elsewhere. */
const saidElsewhere = new Set(["id", "number", "type", "source"]);

function contactFacts(contact: LeadRecordAnswer["lead"]["contact"]): string[] {
  const order = Object.keys(messages.names);
  return Object.keys(contact)
    .filter((name) => !saidElsewhere.has(name) && isKnown(name, contact[name]))
    .toSorted((one, other) => order.indexOf(one) - order.indexOf(other));
}

/** A flag that is not set, and the word that every lead has, are no news. */
const isKnown = (name: string, value: unknown): boolean =>
  value !== null &&
  value !== "" &&
  value !== false &&
  !(Array.isArray(value) && value.length === 0) &&
  !(name === "ownerReference" && value === noOwnerReference);
