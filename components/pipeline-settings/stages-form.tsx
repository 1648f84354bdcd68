"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type SubmitEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { api, isFailedRequest } from "@/lib/client/api";
import type { PipelineAnswer, PipelineBody } from "@/lib/dialects/native/pipelines";
import { mostStages } from "@/lib/pipelines/model";
import { DeleteStage } from "./delete-stage";
import { messages } from "./messages";
import { type DraftStage, draftOf, StageRow, stageOf } from "./stage-row";

type StagesFormProps = {
  pipeline: PipelineAnswer;
  /** All of them: the leads of a stage that is deleted go to any other stage. */
  pipelines: PipelineAnswer[];
  /** After how many days a deal has stalled where its stage says nothing else. */
  usualDays: number;
};

/** What the screens have of stages. */
const refreshed = ["pipelines", "stages", "board", "leads", "lead", "overview"];

/** A pipeline's name and stages as a form: nothing holds before it is saved, but for a stage that is deleted. */
export function StagesForm({ pipeline, pipelines, usualDays }: StagesFormProps) {
  const client = useQueryClient();
  const [name, setName] = useState(pipeline.name);
  const [stages, setStages] = useState<DraftStage[]>(() => pipeline.stages.map(draftOf));
  const [deleted, setDeleted] = useState<DraftStage | null>(null);
  const [made, setMade] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const refresh = () => {
    for (const key of refreshed) void client.invalidateQueries({ queryKey: [key] });
  };
  const save = useMutation({
    mutationFn: (body: PipelineBody) =>
      api<PipelineAnswer>(`/api/app/pipelines/${pipeline.id}`, { method: "PUT", body }),
    onSuccess: (answer) => {
      setName(answer.name);
      setStages(answer.stages.map(draftOf));
      refresh();
      showToast({ title: messages.pipelineSaved(answer.name) });
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
    // The button that was pressed goes with its stage, and keeps the focus.
    const again = by === -1 ? "up" : "down";
    requestAnimationFrame(() => {
      const row = list.current?.children[place + by];
      const buttons = [again, again === "up" ? "down" : "up"].map((way) =>
        row?.querySelector<HTMLButtonElement>(`[data-move=${way}]:not(:disabled)`),
      );
      buttons.find(Boolean)?.focus();
    });
  };
  const add = () => {
    setMade(made + 1);
    setStages([...stages, { key: `new-${made}`, name: "", color: "#64748b", probability: "50", days: "", leads: 0 }]);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate({ name, stages: stages.map(stageOf) });
  };
  return (
    <form onSubmit={submit}>
      <Card title={messages.stagesOf(pipeline.name)}>
        <Field
          label={messages.pipelineName}
          value={name}
          maxLength={80}
          required
          error={wrong.name}
          onChange={({ target }) => setName(target.value)}
          className="max-w-72"
        />
        <p className="text-ink-muted mt-4 text-sm">{messages.stalledHint(usualDays)}</p>
        <ol ref={list} aria-label={messages.stagesOf(pipeline.name)} className="mt-2 flex flex-col">
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
      {deleted?.id !== undefined && (
        <DeleteStage
          stage={{ id: deleted.id, name: deleted.name, leads: deleted.leads }}
          pipelines={pipelines}
          onClose={() => setDeleted(null)}
          onDeleted={() => {
            setStages(stages.filter(({ key }) => key !== deleted.key));
            setDeleted(null);
            refresh();
          }}
        />
      )}
    </form>
  );
}
