"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { stagesQuery } from "@/components/fields/lead-queries";
import { Dot } from "@/components/ui/dot";
import { Menu, MenuChoice, MenuChoices } from "@/components/ui/menu";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { messages } from "./messages";
import { useSaveFields } from "./use-patch-lead";

/** The stages of the lead's pipeline, to move it with one press. */
export function StageMenu({ record, trigger }: { record: LeadRecordAnswer; trigger: ReactElement }) {
  const { stage } = record.lead;
  const save = useSaveFields(record);
  const stages = useQuery(stagesQuery()).data?.stages ?? [];
  const pipeline = stages.find(({ id }) => id === stage.id)?.pipeline;
  return (
    <Menu trigger={trigger} className="max-h-(--available-height) overflow-y-auto">
      <MenuChoices
        label={pipeline?.name ?? messages.moveOn}
        value={stage.id}
        onChange={(stageId) => void save({ stageId }).catch(() => {})}
      >
        {stages
          .filter((each) => each.pipeline.id === pipeline?.id)
          .map(({ id, name, color }) => (
            <MenuChoice key={id} value={id}>
              <Dot color={color} />
              <span className="truncate">{name}</span>
            </MenuChoice>
          ))}
      </MenuChoices>
    </Menu>
  );
}
