"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import { Money } from "@/components/fields/money";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import { inputClass } from "@/components/ui/input";
import { paths } from "@/lib/client/paths";
import type { DuplicateContactAnswer, DuplicatesAnswer } from "@/lib/dialects/native/duplicates";
import { sayDay } from "@/lib/kit/moment";
import { type MergedContactField, mergedContactFields } from "@/lib/merging/model";
import { messages } from "./messages";
import { useReview } from "./use-review";

type PairCardProps = { pair: DuplicatesAnswer["pairs"][number]; asOf: string; timeZone: string };

/** Two contacts that may be one, field by field: who is kept, whose value each field takes, what becomes of their deals. */
export function PairCard({ pair, asOf, timeZone }: PairCardProps) {
  const [one, other] = pair.contacts;
  const { isBusy, review } = useReview();
  const [survivorId, setSurvivorId] = useState(one?.id);
  const [chosen, setChosen] = useState<Partial<Record<MergedContactField, string>>>({});
  const [dealId, setDealId] = useState("");
  if (!one || !other) return null;
  const survivor = survivorId === other.id ? other : one;
  const loser = survivor === one ? other : one;
  const fields = mergedContactFields.filter((field) => one.fields[field] || other.fields[field]);
  const different = fields.filter((field) => one.fields[field] !== other.fields[field]);
  // The parts of a name go with the whole of it.
  const shown = different.filter((field) => !(different.includes("name") && partsOfName.includes(field)));
  const deals = [...one.leads, ...other.leads];
  /** Whose value a field takes until somebody says otherwise: the survivor's, where they have one. */
  const taken = (field: MergedContactField): string =>
    chosen[field] ?? (survivor.fields[field] ? survivor.id : loser.id);
  const merge = () => {
    const deal = deals.find(({ id }) => id === dealId);
    const others = deals.filter(({ id }) => id !== dealId).map(({ id }) => id);
    review({
      path: "/api/app/merge",
      body: {
        contacts: {
          survivorId: survivor.id,
          otherIds: [loser.id],
          fields: Object.fromEntries(different.map((field) => [field, taken(shown.includes(field) ? field : "name")])),
        },
        ...(deal && others.length > 0 && { leads: { survivorId: deal.id, otherIds: others } }),
      },
      done: messages.merged(nameOf(survivor)),
      failed: messages.mergeFailed,
    });
  };
  const dismiss = () =>
    review({
      path: `/api/app/duplicates/${pair.id}/dismiss`,
      done: messages.dismissed,
      failed: messages.dismissFailed,
    });
  return (
    <Card
      title={messages.pair(nameOf(one), nameOf(other))}
      aside={<Badge tone="caution">{messages.reasons[pair.reason]}</Badge>}
    >
      <table className="w-full table-fixed border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            <th scope="col" className="text-ink-faint w-24 py-1.5 pr-2 text-left text-xs font-medium sm:w-32">
              {messages.survivor}
            </th>
            {[one, other].map((contact) => (
              <th
                key={contact.id}
                scope="col"
                aria-label={nameOf(contact)}
                className="py-1.5 pr-2 text-left align-top font-normal"
              >
                <Choice
                  name={`${pair.id}-survivor`}
                  label={messages.keeps(nameOf(contact), contact.number)}
                  checked={contact === survivor}
                  onChoose={() => setSurvivorId(contact.id)}
                >
                  <span className="font-medium">{nameOf(contact)}</span>
                  <span className="figures text-ink-faint block text-xs">
                    #{contact.number} {messages.since(sayDay(new Date(contact.createdAt), new Date(asOf), timeZone))}
                  </span>
                </Choice>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((field) => (
            <tr key={field}>
              <th
                scope="row"
                className="border-line text-ink-faint border-t py-1.5 pr-2 text-left align-top font-normal break-words"
              >
                {messages.names[field]}
              </th>
              {[one, other].map((contact) => {
                const value = contact.fields[field];
                return (
                  <td key={contact.id} className="border-line border-t py-1.5 pr-2 align-top">
                    <Choice
                      name={`${pair.id}-${field}`}
                      label={messages.take(messages.names[field], value ?? messages.empty)}
                      checked={taken(field) === contact.id}
                      onChoose={() => setChosen({ ...chosen, [field]: contact.id })}
                    >
                      {value ? value : <span className="text-ink-faint">{messages.empty}</span>}
                    </Choice>
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row" className="border-line text-ink-faint border-t py-1.5 pr-2 text-left align-top font-normal">
              {messages.deals}
            </th>
            {[one, other].map((contact) => (
              <td key={contact.id} className="border-line border-t py-1.5 pr-2 align-top">
                <Deals contact={contact} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="text-ink-faint mt-2 text-xs">{messages.same(fields.length - different.length)}</p>
      <div className="mt-3 flex flex-wrap items-end justify-end gap-2">
        {deals.length > 1 && (
          <label className="mr-auto flex min-w-0 flex-col gap-1">
            <span className="text-ink-muted text-xs font-medium">{messages.mergeDeals}</span>
            <select
              value={dealId}
              onChange={(event) => setDealId(event.target.value)}
              className={classes(inputClass, "max-w-72 px-1.5 text-sm")}
            >
              <option value="">{messages.keepDeals}</option>
              {deals.map(({ id, name }) => (
                <option key={id} value={id}>
                  {messages.intoDeal(name)}
                </option>
              ))}
            </select>
          </label>
        )}
        <Button disabled={isBusy} onClick={dismiss}>
          {messages.dismiss}
        </Button>
        <Button variant="primary" busy={isBusy} onClick={merge}>
          {messages.merge}
        </Button>
      </div>
    </Card>
  );
}

const partsOfName: readonly MergedContactField[] = ["firstName", "middleName", "lastName"];

const nameOf = ({ fields }: DuplicateContactAnswer): string =>
  fields.name || fields.email || fields.phone || messages.unnamed;

type ChoiceProps = { name: string; label: string; checked: boolean; onChoose: () => void; children: ReactNode };

/** One of the two values of a row. */
const Choice = ({ name, label, checked, onChoose, children }: ChoiceProps) => (
  <label className="flex min-h-6 items-start gap-2">
    <input
      type="radio"
      name={name}
      aria-label={label}
      checked={checked}
      onChange={onChoose}
      className="accent-accent mt-0.5 size-4 shrink-0"
    />
    <span className={classes("min-w-0 break-words", !checked && "text-ink-muted")}>{children}</span>
  </label>
);

function Deals({ contact }: { contact: DuplicateContactAnswer }) {
  if (contact.leads.length === 0) return <span className="text-ink-faint">{messages.noDeals}</span>;
  return (
    <ul className="flex flex-col gap-1">
      {contact.leads.map(({ id, name, stageName, stageColor, valueMinor, currency }) => (
        <li key={id} className="min-w-0">
          <Link href={paths.lead(id)} prefetch={false} className="text-accent-ink block truncate hover:underline">
            {name}
          </Link>
          <span className="text-ink-muted flex items-center gap-1.5 text-xs">
            <Dot color={stageColor} />
            {stageName}
            {valueMinor !== null && <Money minor={valueMinor} currency={currency} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
