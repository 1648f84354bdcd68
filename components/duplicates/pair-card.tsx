"use client";

import Link from "next/link";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { contactChoices, nameOf, shownChoices, takenValues } from "@/components/fields/merge/field-choice";
import { mergeMessages } from "@/components/fields/merge/messages";
import { useReview } from "@/components/fields/merge/use-review";
import { Money } from "@/components/fields/money";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import { NativeSelect } from "@/components/ui/native-select";
import { paths } from "@/lib/client/paths";
import type { DuplicateContactAnswer, DuplicatesAnswer } from "@/lib/dialects/native/duplicates";
import { sayDay } from "@/lib/kit/moment";
import { mostMerged } from "@/lib/merging/model";
import { messages } from "./messages";

const MergeDialog = lazy(() =>
  import("@/components/fields/merge/merge-dialog").then((module) => ({ default: module.MergeDialog })),
);

type PairCardProps = {
  pair: DuplicatesAnswer["pairs"][number];
  /** All contacts that pairs on the screen connect with this one, these two among them. */
  cluster: readonly string[];
  asOf: string;
  timeZone: string;
};

/** On small screens what a row is of stands above its two values. */
const rowClass = "max-sm:grid";
const labelClass = classes(
  "border-line text-ink-faint border-t py-1.5 pr-2 text-left align-top font-normal break-words",
  "max-sm:pb-0 max-sm:text-xs",
);
const valueClass = "border-line border-t py-1.5 pr-2 align-top max-sm:border-t-0";

/** Two contacts that may be one, field by field: who is kept, whose value each field takes, what becomes of their deals. */
export function PairCard({ pair, cluster, asOf, timeZone }: PairCardProps) {
  const [one, other] = pair.contacts;
  const { isBusy, review } = useReview();
  const [survivorId, setSurvivorId] = useState(one?.id);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [dealId, setDealId] = useState("");
  const [isMergingAll, setIsMergingAll] = useState(false);
  if (!one || !other) return null;
  const survivor = survivorId === other.id ? other : one;
  const loser = survivor === one ? other : one;
  const { choices, same } = contactChoices([one, other]);
  const deals = [...one.leads, ...other.leads];
  const taken = takenValues(choices, survivor.id, chosen);
  const merge = () => {
    const deal = deals.find(({ id }) => id === dealId);
    const others = deals.filter(({ id }) => id !== dealId).map(({ id }) => id);
    review({
      path: "/api/app/merge",
      body: {
        contacts: {
          survivorId: survivor.id,
          otherIds: [loser.id],
          fields: Object.fromEntries(taken),
        },
        ...(deal && others.length > 0 && { leads: { survivorId: deal.id, otherIds: others } }),
      },
      done: mergeMessages.merged(nameOf(survivor)),
      failed: mergeMessages.mergeFailed,
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
      data-list-item
      tabIndex={-1}
      title={messages.pair(nameOf(one), nameOf(other))}
      aside={<Badge tone="caution">{messages.reasons[pair.reason]}</Badge>}
    >
      <table className="w-full table-fixed border-separate border-spacing-0 text-sm">
        <thead>
          <tr className={rowClass}>
            <th
              scope="col"
              className="text-ink-faint w-32 py-1.5 pr-2 text-left align-top font-normal max-sm:w-auto max-sm:pb-0 max-sm:text-xs"
            >
              {mergeMessages.survivor}
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
                  label={mergeMessages.keeps(nameOf(contact), contact.number)}
                  checked={contact === survivor}
                  onChoose={() => setSurvivorId(contact.id)}
                >
                  <span className="font-medium">{nameOf(contact)}</span>
                  <span className="figures text-ink-faint block text-xs">
                    #{contact.number}{" "}
                    {mergeMessages.since(sayDay(new Date(contact.createdAt), new Date(asOf), timeZone))}
                  </span>
                </Choice>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shownChoices(choices).map(({ field, label, values }) => (
            <tr key={field} className={rowClass}>
              <th scope="row" className={labelClass}>
                {label}
              </th>
              {values.map(({ id, value }) => (
                <td key={id} className={valueClass}>
                  <Choice
                    name={`${pair.id}-${field}`}
                    label={mergeMessages.take(label, value || mergeMessages.empty)}
                    checked={taken.get(field) === id}
                    onChoose={() => setChosen({ ...chosen, [field]: id })}
                  >
                    {value || <span className="text-ink-faint">{mergeMessages.empty}</span>}
                  </Choice>
                </td>
              ))}
            </tr>
          ))}
          <tr className={rowClass}>
            <th scope="row" className={labelClass}>
              {mergeMessages.deals}
            </th>
            {[one, other].map((contact) => (
              <td key={contact.id} className={valueClass}>
                <span className="text-ink-muted block text-xs sm:hidden">{nameOf(contact)}</span>
                <Deals contact={contact} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {same > 0 && <p className="text-ink-faint mt-2 text-xs">{mergeMessages.same(same)}</p>}
      <div className="mt-3 flex flex-wrap items-end justify-end gap-2">
        {deals.length > 1 && (
          <label className="mr-auto flex min-w-0 flex-col gap-1 max-sm:w-full">
            <span className="text-ink-muted text-xs font-medium">{mergeMessages.mergeDeals}</span>
            <NativeSelect value={dealId} onChange={(event) => setDealId(event.target.value)} className="sm:w-72">
              <option value="">{mergeMessages.keepDeals}</option>
              {deals.map(({ id, name }) => (
                <option key={id} value={id}>
                  {mergeMessages.intoDeal(name)}
                </option>
              ))}
            </NativeSelect>
          </label>
        )}
        {cluster.length > 2 && (
          <Button variant="quiet" aria-haspopup="dialog" onClick={() => setIsMergingAll(true)}>
            {messages.mergeAll(Math.min(cluster.length, mostMerged))}
          </Button>
        )}
        <Button data-action="dismiss" disabled={isBusy} onClick={dismiss}>
          {messages.dismiss}
        </Button>
        <Button data-action="merge" variant="primary" busy={isBusy} onClick={merge}>
          {mergeMessages.merge}
        </Button>
      </div>
      {isMergingAll && (
        <Suspense>
          <MergeDialog source={{ contacts: cluster.slice(0, mostMerged) }} onClose={() => setIsMergingAll(false)} />
        </Suspense>
      )}
    </Card>
  );
}

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
          <span className="text-ink-muted flex flex-wrap items-center gap-x-1.5 text-xs">
            <Dot color={stageColor} />
            {stageName}
            {valueMinor !== null && <Money minor={valueMinor} currency={currency} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
