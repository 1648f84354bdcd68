"use client";

import { Ellipsis, Plus } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { MoveButtons } from "@/components/fields/move-buttons";
import { useKeptFocus } from "@/components/fields/use-kept-focus";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { OnDemand } from "@/components/ui/on-demand";
import { Section } from "@/components/ui/section";
import type { PipelineAnswer } from "@/lib/dialects/native/pipelines";
import { mostPipelines } from "@/lib/pipelines/model";
import type { GoesOn } from "./delete-into";
import { messages } from "./messages";
import { useArrange } from "./use-arrange";

const DeleteInto = lazy(() => import("./delete-into").then((module) => ({ default: module.DeleteInto })));
const NewPipeline = lazy(() => import("./new-pipeline").then((module) => ({ default: module.NewPipeline })));

type PipelinesCardProps = {
  pipelines: readonly PipelineAnswer[];
  /** The pipeline whose stages are shown below. */
  shownId: string;
  onShow: (pipelineId: string) => void;
  onGoesOn: GoesOn;
};

/** All pipelines, to be looked at, added, put in order and deleted: what is done here holds at once. */
export function PipelinesCard({ pipelines, shownId, onShow, onGoesOn }: PipelinesCardProps) {
  const list = useRef<HTMLUListElement>(null);
  const keepFocus = useKeptFocus(list);
  const arrange = useArrange();
  const [isAdding, setAdding] = useState(false);
  const [deleted, setDeleted] = useState<PipelineAnswer | null>(null);
  const move = (place: number, by: -1 | 1) => {
    const [pipeline, other] = [pipelines[place], pipelines[place + by]];
    if (!pipeline || !other) return;
    const order = pipelines.with(place, other).with(place + by, pipeline);
    arrange({ pipelines: order, done: messages.moved(pipeline.name) });
    keepFocus({ row: pipeline.id, place: place + by, by });
  };
  const makeDefault = ({ id, name }: PipelineAnswer) =>
    arrange({
      pipelines: pipelines.map((each) => ({ ...each, isDefault: each.id === id })),
      done: messages.startsIn(name),
    });
  return (
    <Section
      title={messages.pipelines}
      hint={messages.pipelinesHint}
      action={
        <Button disabled={pipelines.length >= mostPipelines} onClick={() => setAdding(true)}>
          <Plus aria-hidden />
          {messages.addPipeline}
        </Button>
      }
    >
      <Card flush className="p-2">
        <ul ref={list} aria-label={messages.pipelines} className="flex flex-col gap-0.5">
          {pipelines.map((pipeline, place) => (
            <li
              key={pipeline.id}
              data-row={pipeline.id}
              className="has-[[aria-current]]:bg-hover flex items-center rounded-md"
            >
              <button
                type="button"
                data-list-item
                aria-current={pipeline.id === shownId ? "true" : undefined}
                onClick={() => onShow(pipeline.id)}
                className="hover:bg-hover flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 rounded-md px-2 py-1.5 text-left text-sm"
              >
                <span className="min-w-0 truncate font-medium">{pipeline.name}</span>
                <span className="text-ink-muted figures whitespace-nowrap">
                  {messages.contents(
                    pipeline.stages.length,
                    pipeline.stages.reduce((sum, { leads }) => sum + leads, 0),
                  )}
                </span>
                {pipeline.isDefault && pipelines.length > 1 && <Badge tone="accent">{messages.startsHere}</Badge>}
              </button>
              <span className="ml-1 flex shrink-0">
                <MoveButtons
                  name={pipeline.name}
                  isFirst={place === 0}
                  isLast={place === pipelines.length - 1}
                  onMove={(by) => move(place, by)}
                />
                <Options
                  pipeline={pipeline}
                  isOnly={pipelines.length === 1}
                  onMakeDefault={() => makeDefault(pipeline)}
                  onDelete={() => setDeleted(pipeline)}
                />
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Suspense>
        {isAdding && (
          <NewPipeline
            pipelines={pipelines}
            onClose={() => setAdding(false)}
            onAdded={(pipelineId) => {
              setAdding(false);
              onShow(pipelineId);
            }}
          />
        )}
        {deleted && (
          <DeleteInto
            name={deleted.name}
            path={`/api/app/pipelines/${deleted.id}`}
            title={messages.deletePipelineTitle(deleted.name)}
            hint={
              messages.deleteHint(deleted.stages.reduce((sum, { leads }) => sum + leads, 0)) +
              (deleted.isDefault ? messages.newLeadsToo : "")
            }
            action={messages.deletePipeline}
            targets={pipelines.filter(({ id }) => id !== deleted.id)}
            onClose={() => setDeleted(null)}
            onDeleted={() => setDeleted(null)}
            onGoesOn={onGoesOn}
          />
        )}
      </Suspense>
    </Section>
  );
}

type OptionsProps = { pipeline: PipelineAnswer; isOnly: boolean; onMakeDefault: () => void; onDelete: () => void };

function Options({ pipeline, ...rest }: OptionsProps) {
  const trigger = (
    <Button variant="quiet" iconOnly aria-label={messages.optionsOf(pipeline.name)}>
      <Ellipsis aria-hidden />
    </Button>
  );
  return (
    <OnDemand
      popup="menu"
      trigger={trigger}
      load={() => import("./pipeline-menu")}
      renderPanel={({ PipelineMenu }) => <PipelineMenu trigger={trigger} isDefault={pipeline.isDefault} {...rest} />}
    />
  );
}
