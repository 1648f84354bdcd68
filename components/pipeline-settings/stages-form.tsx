"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { lazy, type SubmitEvent, Suspense, useRef, useState } from "react";
import { useKeptFocus } from "@/components/fields/use-kept-focus";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { showToast } from "@/components/ui/toast";
import { isFailedRequest } from "@/lib/client/api";
import type { PipelineAnswer, PipelineBody } from "@/lib/dialects/native/pipelines";
import { mostStages } from "@/lib/pipelines/model";
import type { GoesOn } from "./delete-into";
import { messages } from "./messages";
import { pipelinesQuery, refreshPipelines } from "./queries";
import { type DraftStage, StageHeads, stageOf, StageRow } from "./stage-row";
import { useDraft } from "./use-draft";

type StagesFormProps = {
  pipeline: PipelineAnswer;
  /** All of them: the leads of a stage that is deleted go to any other stage. */
  pipelines: PipelineAnswer[];
  /** After how many days a deal has stalled where its stage says nothing else. */
  usualDays: number;
  onGoesOn: GoesOn;
};

const DeleteInto = lazy(() => import("./delete-into").then((module) => ({ default: module.DeleteInto })));

/** A pipeline's name and stages as a form: nothing holds before it is saved, but for a stage that is deleted. */
export function StagesForm({ pipeline, pipelines, usualDays, onGoesOn }: StagesFormProps) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const { draft, isChangedMeanwhile, rename, setStages, forgetStage, fill } = useDraft(pipeline);
  const { name, stages } = draft;
  const [deleted, setDeleted] = useState<DraftStage | null>(null);
  const [made, setMade] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const keepFocus = useKeptFocus(list);
  const save = useMutation({
    mutationFn: (body: PipelineBody) =>
      write<PipelineAnswer>(`/api/app/pipelines/${pipeline.id}`, { method: "PUT", body }),
    onSuccess: (answer) => {
      fill(answer);
      client.setQueryData(pipelinesQuery().queryKey, (before) => ({
        pipelines: (before?.pipelines ?? []).map((each) => (each.id === answer.id ? answer : each)),
      }));
      refreshPipelines(client);
      offerUndo({ title: messages.pipelineSaved(answer.name), answers: [answer] });
    },
    onError: (error) => {
      const isBesideFields = isFailedRequest(error) && Object.keys(error.fields).some((path) => path !== "stages");
      if (!isBesideFields) showToast({ tone: "negative", title: messages.failedSave, description: error.message });
    },
  });
  const wrong = isFailedRequest(save.error) ? save.error.fields : {};

  const move = (place: number, by: -1 | 1) => {
    const [stage, other] = [stages[place], stages[place + by]];
    if (!stage || !other) return;
    setStages(stages.with(place, other).with(place + by, stage));
    keepFocus({ row: stage.key, place: place + by, by });
  };
  const add = () => {
    setMade(made + 1);
    setStages([...stages, { key: `new-${made}`, name: "", color: "#64748b", probability: "50", days: "" }]);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate({ name, stages: stages.map(stageOf) });
  };
  return (
    <form onSubmit={submit}>
      <Section title={messages.stagesOf(pipeline.name)} hint={messages.stalledHint(usualDays)}>
        <Card>
          <Field
            label={messages.pipelineName}
            value={name}
            maxLength={80}
            required
            error={wrong.name}
            onChange={({ target }) => rename(target.value)}
            className="max-w-72"
          />
          {isChangedMeanwhile && (
            <p
              role="status"
              className="bg-caution-wash text-caution mt-3 flex flex-wrap items-center gap-2 rounded-md px-3 py-2 text-sm"
            >
              {messages.changedMeanwhile}
              <Button size="small" onClick={() => fill(pipeline)}>
                {messages.showTheirs}
              </Button>
            </p>
          )}
          <div className="@container mt-4">
            <StageHeads />
            <ol ref={list} aria-label={messages.stagesOf(pipeline.name)} className="flex flex-col">
              {stages.map((stage, place) => (
                <StageRow
                  key={stage.key}
                  stage={stage}
                  isFirst={place === 0}
                  isLast={place === stages.length - 1}
                  isOnly={stages.length === 1}
                  usualDays={usualDays}
                  problem={["name", "probability", "stalledAfterDays", "color"]
                    .map((field) => wrong[`stages.${place}.${field}`])
                    .find(Boolean)}
                  onChange={(change) => setStages(stages.with(place, { ...stage, ...change }))}
                  onMove={(by) => move(place, by)}
                  onDelete={() =>
                    stage.id === undefined ? setStages(stages.filter((each) => each !== stage)) : setDeleted(stage)
                  }
                />
              ))}
            </ol>
          </div>
          <div className="mt-3 flex items-center justify-between gap-4">
            <Button onClick={add} disabled={stages.length >= mostStages}>
              <Plus aria-hidden />
              {messages.addStage}
            </Button>
            <Button type="submit" variant="primary" busy={save.isPending}>
              {messages.saveStages}
            </Button>
          </div>
        </Card>
      </Section>
      <Suspense>
        {deleted?.id !== undefined && (
          <DeleteInto
            name={deleted.name}
            path={`/api/app/stages/${deleted.id}`}
            title={messages.deleteTitle(deleted.name)}
            hint={messages.deleteHint(pipeline.stages.find(({ id }) => id === deleted.id)?.leads ?? 0)}
            action={messages.deleteAction}
            targets={pipelines.map((each) => ({
              ...each,
              stages: each.stages.filter(({ id }) => id !== deleted.id),
            }))}
            onClose={() => setDeleted(null)}
            onDeleted={() => {
              forgetStage(deleted.key);
              setDeleted(null);
            }}
            onGoesOn={onGoesOn}
          />
        )}
      </Suspense>
    </form>
  );
}
