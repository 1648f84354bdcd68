"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { contactFieldNames } from "@/components/fields/contact-field-messages";
import { leadChoicesQuery } from "@/components/fields/lead-queries";
import { isEmpty, labelOf, sayValue } from "@/components/lead-record/labels";
import { messages } from "@/components/lead-record/messages";
import { reachOf } from "@/components/lead-record/reach";
import { useRecordState } from "@/components/lead-record/record-state";
import { useSaveFields } from "@/components/lead-record/use-patch-lead";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { leadAttributeNames, noOwnerReference } from "@/lib/leads/model";
import { editingOf, editingOfContact } from "./editing";
import { Fact } from "./fact";
import { LeadFacts } from "./lead-facts";
import { fieldMessages } from "./messages";

/** Everything that is known of a lead and its contact, each changed where it stands. */
export function FactsPanel({ record }: { record: LeadRecordAnswer }) {
  const [{ showsEmpty }, setState] = useRecordState(record.lead.id);
  const { data: choices } = useQuery(leadChoicesQuery());
  const save = useSaveFields(record);
  const { lead, customFields } = record;
  const around = { currency: lead.currency, asOf: record.asOf, timeZone: record.timeZone, choices };
  const fields = contactFields();
  const shownContact = fields.filter(
    (name) => showsEmpty || always.has(name) || (isKnown(lead.contact[name]) && !isSaidByName(name, lead.contact)),
  );
  const attributes = leadAttributeNames.filter((name) => isKnown(lead.attributes[name]) && !isDefault(name, lead));
  const moreNames = showsEmpty ? leadAttributeNames : attributes;
  const hidden = fields.length - shownContact.length + (leadAttributeNames.length - moreNames.length);
  const folders = [...Map.groupBy(customFields, ({ folder }) => folder ?? "").entries()];
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <FactsCard title={messages.about}>
        <LeadFacts record={record} choices={choices} />
      </FactsCard>
      <FactsCard title={messages.contact}>
        {shownContact.map((name) => {
          const value = lead.contact[name];
          const reach = reachOf(name, value);
          return (
            <Fact
              key={name}
              name={`contact.${name}`}
              label={labelOf(`contact.${name}`)}
              value={value ?? null}
              editing={name === "tags" ? null : editingOfContact(name)}
              href={reach?.href}
              copies={reach?.text}
              onSave={(next) => save({ [`contact.${name}`]: next })}
            >
              {isKnown(value) ? <Address text={sayValue(name, value, around)} /> : null}
            </Fact>
          );
        })}
        <Fact
          name="tags"
          label={fieldMessages.names.tags}
          value={lead.contact.tags}
          editing={{ type: "line", kind: "tags", hint: messages.tagsHint }}
          onSave={(next) => save({ tags: next })}
        >
          {Array.isArray(lead.contact.tags) && lead.contact.tags.length > 0 ? <Tags words={lead.contact.tags} /> : null}
        </Fact>
      </FactsCard>
      {folders.map(([folder, fields]) => (
        <FactsCard key={folder} title={folder || messages.customFields}>
          {fields.map((field) => (
            <Fact
              key={field.id}
              name={`custom:${field.id}`}
              label={field.name}
              value={field.value ?? null}
              editing={editingOf(field)}
              onSave={(next) => save({ [`custom:${field.id}`]: next })}
            >
              {isKnown(field.value) || field.value === false ? sayValue(field.id, field.value, around) : null}
            </Fact>
          ))}
        </FactsCard>
      ))}
      {moreNames.length > 0 && (
        <FactsCard title={messages.more}>
          {moreNames.map((name) => (
            <Fact
              key={name}
              name={name}
              label={labelOf(name)}
              value={lead.attributes[name] ?? null}
              editing={name === "ownerReference" ? null : { type: "line", required: name === "lifecycle" }}
              onSave={(next) => save({ [name]: next })}
            >
              {isKnown(lead.attributes[name]) ? sayValue(name, lead.attributes[name], around) : null}
            </Fact>
          ))}
        </FactsCard>
      )}
      {(hidden > 0 || showsEmpty) && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => setState({ showsEmpty: !showsEmpty })}
          className="ml-2 self-start"
        >
          {showsEmpty ? messages.hideEmpty : messages.showEmpty(hidden)}
        </Button>
      )}
    </div>
  );
}

const FactsCard = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card title={title}>
    <dl className="flex flex-col gap-2">{children}</dl>
  </Card>
);

/** What is too long for its line is broken before the domain of an address, rather than anywhere. */
function Address({ text }: { text: string }) {
  const [name, ...domain] = text.split(/(?=@)/);
  return (
    <>
      {name}
      {domain.length > 0 && <wbr />}
      {domain}
    </>
  );
}

const Tags = ({ words }: { words: string[] }) => (
  <span className="flex flex-wrap gap-1">
    {words.map((word) => (
      <Badge key={word}>{word}</Badge>
    ))}
  </span>
);

/** What a salesperson looks for first, shown also where it is not known. */
const always = new Set(["name", "email", "phone", "companyName", "jobTitle"]);

/** The fields of a contact in the order that they are shown in, without its image, which nobody writes. */
const contactFields = () =>
  [...Object.keys(contactFieldNames), "unsubscribed", "blogSubscriber"].filter((name) => name !== "image");

/** The parts of a name say nothing beside the whole of it. */
const isSaidByName = (name: string, contact: LeadRecordAnswer["lead"]["contact"]): boolean => {
  const { [name]: part, name: whole } = contact;
  return /^(first|middle|last)Name$/.test(name) && typeof whole === "string" && typeof part === "string"
    ? ` ${whole} `.includes(` ${part} `)
    : false;
};

const isKnown = (value: unknown): boolean => value !== false && !isEmpty(value);

/** The words that every lead has are no news. */
const isDefault = (name: string, lead: LeadRecordAnswer["lead"]): boolean =>
  (name === "ownerReference" && lead.attributes[name] === noOwnerReference) ||
  (name === "lifecycle" && lead.attributes[name] === "Lead");
