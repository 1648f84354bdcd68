"use client";

import { useQuery } from "@tanstack/react-query";
import { stagesQuery } from "@/components/fields/lead-queries";
import { Money } from "@/components/fields/money";
import { messages } from "@/components/lead-record/messages";
import { useSaveFields } from "@/components/lead-record/use-patch-lead";
import { Avatar } from "@/components/ui/avatar";
import { Dot } from "@/components/ui/dot";
import type { LeadChoicesAnswer } from "@/lib/dialects/native/lead-choices";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { sayDate, sayExactly, sayMoment } from "@/lib/kit/moment";
import { Fact } from "./fact";
import { fieldMessages } from "./messages";

const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
const unchangeable = async () => {};

/** What is known of the deal itself. */
export function LeadFacts({ record, choices }: { record: LeadRecordAnswer; choices: LeadChoicesAnswer | undefined }) {
  const { data: stages } = useQuery(stagesQuery());
  const save = useSaveFields(record);
  const { lead, asOf, timeZone } = record;
  const { fields } = fieldMessages;
  const [owner, ...followers] = lead.assigned;
  const followerIds = followers.map(({ id }) => id);
  const people = choices?.users.map(named) ?? [];
  const severalPipelines = new Set(stages?.stages.map(({ pipeline }) => pipeline.id)).size > 1;
  const stageOptions =
    stages?.stages.map(({ id, name, pipeline }) => ({
      value: id,
      label: severalPipelines ? `${pipeline.name}: ${name}` : name,
    })) ?? [];
  const saveField = (name: string) => (value: unknown) => save({ [name]: value });
  return (
    <>
      <Fact
        name="stageId"
        label={fields.stageId}
        value={lead.stage.id}
        editing={{ type: "choice", options: stageOptions, required: true }}
        onSave={saveField("stageId")}
      >
        <span className="inline-flex items-center gap-2">
          <Dot color={lead.stage.color} />
          {lead.stage.name}
        </span>
      </Fact>
      <Fact
        name="valueMinor"
        label={fields.valueMinor}
        value={lead.valueMinor}
        editing={{
          type: "line",
          mode: "decimal",
          numeric: true,
          kind: "money",
          currency: lead.currency,
          hint: lead.currency,
        }}
        onSave={saveField("valueMinor")}
      >
        {lead.valueMinor === null ? null : <Money minor={lead.valueMinor} currency={lead.currency} />}
      </Fact>
      <Fact
        name="assignedIds"
        label={fields.ownerId}
        value={owner?.id ?? null}
        editing={{ type: "choice", options: people }}
        onSave={(next) =>
          save({
            assignedIds: [...(typeof next === "string" ? [next] : []), ...followerIds.filter((id) => id !== next)],
          })
        }
      >
        {owner ? (
          <span className="inline-flex items-center gap-2">
            <Avatar name={owner.name} size="small" />
            {owner.name}
          </span>
        ) : null}
      </Fact>
      <Fact
        name="assignedIds"
        label={fields.followerIds}
        value={followerIds}
        // Nobody follows a lead that nobody owns.
        editing={owner ? { type: "choices", options: people.filter(({ value }) => value !== owner.id) } : null}
        onSave={(next) =>
          save({ assignedIds: [...(owner ? [owner.id] : []), ...(Array.isArray(next) ? next.map(String) : [])] })
        }
      >
        {followers.length === 0 ? null : followers.map(({ name }) => name).join(", ")}
      </Fact>
      <Fact
        name="categoryId"
        label={fields.categoryId}
        value={lead.category.id}
        editing={{ type: "choice", options: choices?.categories.map(named) ?? [named(lead.category)], required: true }}
        onSave={saveField("categoryId")}
      >
        {lead.category.name}
      </Fact>
      <Fact
        name="source"
        label={fields.source}
        value={lead.source}
        editing={{ type: "line" }}
        onSave={saveField("source")}
      >
        {lead.source || null}
      </Fact>
      <Fact
        name="lastContactedOn"
        label={fields.lastContactedOn}
        value={lead.lastContactedOn}
        editing={{ type: "line", input: "date" }}
        onSave={saveField("lastContactedOn")}
      >
        {lead.lastContactedOn ? sayDate(lead.lastContactedOn, true) : null}
      </Fact>
      <Fact
        name="description"
        label={fields.description}
        value={lead.description}
        editing={{ type: "long" }}
        onSave={saveField("description")}
      >
        {lead.description || null}
      </Fact>
      <Fact name="number" label={fields.number} value={null} copies={String(lead.number)} onSave={unchangeable}>
        <span className="figures">{messages.number(lead.number)}</span>
      </Fact>
      {lead.createdBy && (
        <Fact name="createdBy" label={fields.createdBy} value={null} onSave={unchangeable}>
          {lead.createdBy.name}
        </Fact>
      )}
      {(["createdAt", "updatedAt"] as const).map((moment) => (
        <Fact key={moment} name={moment} label={fields[moment]} value={null} onSave={unchangeable}>
          <time dateTime={lead[moment]} title={sayExactly(new Date(lead[moment]), timeZone)} className="figures">
            {sayMoment(new Date(lead[moment]), new Date(asOf), timeZone)}
          </time>
        </Fact>
      ))}
    </>
  );
}
