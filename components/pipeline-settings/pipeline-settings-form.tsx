"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowUp, Plus, X } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { messages as moveMessages } from "@/components/fields/move-messages";
import { write } from "@/components/fields/write";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CheckField } from "@/components/ui/check-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Section } from "@/components/ui/section";
import { showToast } from "@/components/ui/toast";
import { isFailedRequest } from "@/lib/client/api";
import type { PipelineSettingsAnswer, PipelineSettingsBody } from "@/lib/dialects/native/board";
import { messages } from "./messages";
import { pipelineSettingsQuery } from "./queries";

/** A reason in the form; `key` holds on to it while it has no id. */
type Reason = { key: string; id?: string; name: string };

/** The settings as a form: nothing holds before it is saved. */
export function PipelineSettingsForm({ settings }: { settings: PipelineSettingsAnswer }) {
  const client = useQueryClient();
  const [asks, setAsks] = useState(settings.asksLostReason);
  const [days, setDays] = useState(String(settings.stalledAfterDays));
  const [reasons, setReasons] = useState<Reason[]>(() =>
    settings.lostReasons.map(({ id, name }) => ({ key: id, id, name })),
  );
  const [made, setMade] = useState(0);
  const save = useMutation({
    mutationFn: (body: PipelineSettingsBody) =>
      write<PipelineSettingsAnswer>("/api/app/pipeline-settings", { method: "PUT", body }),
    onSuccess: (answer) => {
      client.setQueryData(pipelineSettingsQuery().queryKey, answer);
      void client.invalidateQueries({ queryKey: ["board"] });
      showToast({ title: messages.saved });
    },
    onError: (error) => {
      // What is wrong with a field stands beside it.
      if (isFailedRequest(error) && Object.keys(error.fields).length > 0) return;
      showToast({ tone: "negative", title: messages.failedSave, description: error.message });
    },
  });
  const wrong = isFailedRequest(save.error) ? save.error.fields : {};

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const named = reasons.filter(({ name }) => name.trim() !== "");
    setReasons(named);
    save.mutate({
      asksLostReason: asks,
      stalledAfterDays: Number(days),
      lostReasons: named.map(({ id, name }) => ({ id, name: name.trim() })),
    });
  };
  const rename = (key: string, name: string) =>
    setReasons((before) => before.map((reason) => (reason.key === key ? { ...reason, name } : reason)));
  const raise = (place: number) =>
    setReasons((before) => {
      const [above, reason] = [before[place - 1], before[place]];
      return above && reason ? before.with(place - 1, reason).with(place, above) : before;
    });

  return (
    <form onSubmit={submit}>
      <Section title={messages.lost} hint={messages.lostHint}>
        <Card>
          <CheckField label={messages.asks} hint={messages.asksHint} checked={asks} onChange={setAsks} />
          <h3 className="mt-5 text-sm font-medium">{messages.reasons}</h3>
          <ol className="mt-2 flex flex-col gap-2">
            {reasons.map(({ key, name }, place) => (
              <li key={key}>
                <div className="flex items-center gap-1">
                  <Input
                    aria-label={messages.reason(place + 1)}
                    aria-invalid={wrong[`lostReasons.${place}.name`] ? true : undefined}
                    value={name}
                    maxLength={80}
                    onChange={({ target }) => rename(key, target.value)}
                  />
                  <Button
                    variant="quiet"
                    iconOnly
                    disabled={place === 0}
                    aria-label={moveMessages.up(name)}
                    onClick={() => raise(place)}
                  >
                    <ArrowUp aria-hidden />
                  </Button>
                  <Button
                    variant="quiet"
                    iconOnly
                    aria-label={messages.remove(name)}
                    onClick={() => setReasons((before) => before.filter((reason) => reason.key !== key))}
                  >
                    <X aria-hidden />
                  </Button>
                </div>
                {wrong[`lostReasons.${place}.name`] && (
                  <p role="alert" className="text-negative mt-1 text-sm">
                    {wrong[`lostReasons.${place}.name`]}
                  </p>
                )}
              </li>
            ))}
          </ol>
          <div className="mt-3 flex items-center justify-between gap-4">
            <Button
              onClick={() => {
                setMade(made + 1);
                setReasons((before) => [...before, { key: `new-${made}`, name: "" }]);
              }}
            >
              <Plus aria-hidden />
              {messages.addReason}
            </Button>
            <p className="text-ink-muted text-sm">{messages.reasonHint}</p>
          </div>
        </Card>
      </Section>
      <Section title={messages.stalled} hint={messages.daysHint}>
        <Card>
          <Field
            label={messages.days}
            error={wrong.stalledAfterDays}
            type="number"
            min={1}
            max={3650}
            required
            value={days}
            onChange={({ target }) => setDays(target.value)}
            className="max-w-28"
          />
        </Card>
      </Section>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={save.isPending}>
          {messages.save}
        </Button>
      </div>
    </form>
  );
}
