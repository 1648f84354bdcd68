"use client";

import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Dot } from "@/components/ui/dot";
import { Select } from "@/components/ui/select";
import type { OverviewAnswer } from "@/lib/dialects/native/overview";
import { listPath } from "./list-path";
import { messages } from "./messages";
import { ShareHead, ShareRow } from "./share-row";

/** How many leads stand where: the stages of one pipeline in their order, under its colours and with its words. */
export function StagesCard({ overview }: { overview: OverviewAnswer }) {
  const { stages } = overview;
  const pipelines = [...new Map(stages.map(({ pipeline }) => [pipeline.id, pipeline])).values()];
  const [chosen, setChosen] = useState("");
  const pipelineId = pipelines.find(({ id }) => id === chosen)?.id ?? pipelines[0]?.id ?? "";
  const shown = stages.filter(({ pipeline }) => pipeline.id === pipelineId);
  const longest = Math.max(0, ...shown.map(({ leads }) => leads));
  const total = shown.reduce((sum, { leads }) => sum + leads, 0);
  return (
    <Card
      title={messages.byStatus}
      flush
      className="pb-2"
      aside={
        pipelines.length > 1 && (
          <Select
            label={messages.pipeline}
            value={pipelineId}
            options={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
            className="-mr-1 h-7"
          />
        )
      }
    >
      <table className="w-full table-fixed text-sm">
        <ShareHead name={messages.status} described />
        <tbody>
          {shown.map((stage) => (
            <ShareRow
              key={stage.id}
              name={stage.name}
              description={stage.description}
              mark={<Dot color={stage.color} />}
              color={stage.color}
              href={listPath(stage.filter)}
              leads={stage.leads}
              total={total}
              longest={longest}
              values={stage.values}
            />
          ))}
        </tbody>
      </table>
    </Card>
  );
}
