"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { DialogActions, DialogCancel } from "@/components/ui/dialog";
import { NativeSelect } from "@/components/ui/native-select";
import type { CandidatesAnswer, MergeBody } from "@/lib/dialects/native/duplicates";
import { sayDay } from "@/lib/kit/moment";
import { mostMerged } from "@/lib/merging/model";
import { ChoiceList } from "./choice-list";
import { contactChoices, dealChoices, nameOf, shownChoices, takenValues } from "./field-choice";
import { mergeMessages as messages } from "./messages";
import { useReview } from "./use-review";

type MergeFormProps = {
  candidates: CandidatesAnswer;
  /** The leads that are meant, where leads were chosen: they become one deal until somebody says otherwise. */
  leadIds: readonly string[] | null;
  onMerged: () => void;
};

/** The choices of a merge: who, who is kept, whose values, and what becomes of the deals. */
export function MergeForm({ candidates, leadIds, onMerged }: MergeFormProps) {
  const { contacts, asOf, timeZone } = candidates;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [survivorId, setSurvivorId] = useState(contacts[0]?.id);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [chosenOfDeal, setChosenOfDeal] = useState<Record<string, string>>({});
  const [dealId, setDealId] = useState(leadIds?.[0] ?? "");
  const { isBusy, review } = useReview();

  const merged = contacts.filter(({ id }) => !left.has(id));
  const survivor = merged.find(({ id }) => id === survivorId) ?? merged[0];
  const deals = merged
    .flatMap(({ leads }) => leads)
    .filter(({ id }) => leadIds === null || leadIds.includes(id))
    .slice(0, mostMerged);
  const deal = deals.find(({ id }) => id === dealId) ?? null;
  const { choices, same } = contactChoices(merged);
  const taken = takenValues(choices, survivor?.id ?? "", chosen);
  const ofDeals = deal ? dealChoices(deals) : [];
  const takenOfDeal = takenValues(ofDeals, deal?.id ?? "", chosenOfDeal);
  const joinsPeople = merged.length > 1;
  const joinsDeals = deal !== null && deals.length > 1;
  if (!survivor || (!joinsPeople && deals.length < 2 && contacts.length < 2))
    return <p className="text-ink-muted text-sm">{messages.nothing}</p>;

  const others = <Kept extends { id: string }>(records: Kept[], keptId: string) =>
    records.filter(({ id }) => id !== keptId).map(({ id }) => id);
  const merge = () => {
    const body: MergeBody = {
      ...(joinsPeople && {
        contacts: {
          survivorId: survivor.id,
          otherIds: others(merged, survivor.id),
          fields: Object.fromEntries(taken),
        },
      }),
      ...(joinsDeals && {
        leads: { survivorId: deal.id, otherIds: others(deals, deal.id), fields: Object.fromEntries(takenOfDeal) },
      }),
    };
    const named = merged.find(({ id }) => id === taken.get("name")) ?? survivor;
    review({
      path: "/api/app/merge",
      body,
      done: messages.merged(joinsPeople ? nameOf(named) : (deal?.name ?? "")),
      failed: messages.mergeFailed,
      onDone: onMerged,
    });
  };
  return (
    <div className="flex flex-col gap-5">
      {contacts.length > 1 && (
        <section aria-label={messages.people}>
          <h3 className="text-sm font-medium">{messages.people}</h3>
          <ul className="mt-1">
            {contacts.map((contact) => (
              <li
                key={contact.id}
                className="border-line flex items-center gap-3 border-t py-2 text-sm first:border-t-0"
              >
                <input
                  type="checkbox"
                  aria-label={messages.includes(nameOf(contact), contact.number)}
                  checked={!left.has(contact.id)}
                  onChange={({ target }) => {
                    const next = new Set(left);
                    if (target.checked) next.delete(contact.id);
                    else next.add(contact.id);
                    setLeft(next);
                  }}
                  className="accent-accent size-4 shrink-0"
                />
                <span className={classes("min-w-0 flex-1", left.has(contact.id) && "text-ink-faint")}>
                  <span className="block truncate font-medium">{nameOf(contact)}</span>
                  <span className="figures text-ink-faint block truncate text-xs">
                    #{contact.number} {messages.since(sayDay(new Date(contact.createdAt), new Date(asOf), timeZone))}
                    {[contact.fields.companyName, contact.fields.email].flatMap((word) => (word ? [` · ${word}`] : []))}
                  </span>
                </span>
                <label className={classes("flex items-center gap-2", left.has(contact.id) && "invisible")}>
                  <input
                    type="radio"
                    name="merge-survivor"
                    aria-label={messages.keeps(nameOf(contact), contact.number)}
                    checked={contact === survivor}
                    onChange={() => setSurvivorId(contact.id)}
                    className="accent-accent size-4"
                  />
                  {messages.survivor}
                </label>
              </li>
            ))}
          </ul>
        </section>
      )}
      {joinsPeople && (
        <section aria-label={messages.fields}>
          <h3 className="mb-1 text-sm font-medium">{messages.fields}</h3>
          <ChoiceList
            name="merge"
            choices={shownChoices(choices)}
            taken={taken}
            onChoose={(field, id) => setChosen({ ...chosen, [field]: id })}
          />
          {same > 0 && <p className="text-ink-faint mt-1 text-xs">{messages.same(same)}</p>}
        </section>
      )}
      {deals.length > 1 && (
        <section aria-label={messages.deals}>
          <label className="flex flex-col gap-1.5">
            <span className="text-sm font-medium">{messages.mergeDeals}</span>
            <NativeSelect value={deal?.id ?? ""} onChange={({ target }) => setDealId(target.value)}>
              {joinsPeople && <option value="">{messages.keepDeals}</option>}
              {deals.map(({ id, name }) => (
                <option key={id} value={id}>
                  {messages.intoDeal(name)}
                </option>
              ))}
            </NativeSelect>
          </label>
          {joinsDeals && (
            <div className="mt-3">
              <ChoiceList
                name="merge-deal"
                choices={ofDeals}
                taken={takenOfDeal}
                onChoose={(field, id) => setChosenOfDeal({ ...chosenOfDeal, [field]: id })}
              />
            </div>
          )}
        </section>
      )}
      <DialogActions>
        <DialogCancel />
        <Button variant="primary" busy={isBusy} disabled={!joinsPeople && !joinsDeals} onClick={merge}>
          {messages.action(merged.length)}
        </Button>
      </DialogActions>
    </div>
  );
}
