import { useState } from "react";
import type { PipelineAnswer } from "@/lib/dialects/native/pipelines";
import { type DraftStage, draftOf, stageOf } from "./stage-row";

type Draft = { name: string; stages: DraftStage[] };

const draftFrom = ({ name, stages }: PipelineAnswer): Draft => ({ name, stages: stages.map(draftOf) });

/** What is written, to be told from something else that is. */
const said = ({ name, stages }: Draft): string => JSON.stringify([name, stages.map(stageOf)]);

/**
 * A pipeline while it is written in a form. It follows what others change of it, unless somebody is at work
 * in it: then what they wrote stays, and they are told.
 */
export function useDraft(pipeline: PipelineAnswer) {
  const [draft, setDraft] = useState(() => draftFrom(pipeline));
  const [known, setKnown] = useState(draft);
  const fill = (from: PipelineAnswer) => {
    const filled = draftFrom(from);
    setDraft(filled);
    setKnown(filled);
  };
  const present = said(draftFrom(pipeline));
  const isChangedMeanwhile = present !== said(known);
  if (isChangedMeanwhile && [said(known), present].includes(said(draft))) fill(pipeline);
  return {
    draft,
    /** Whether somebody else changed what is written here. */
    isChangedMeanwhile,
    rename: (name: string) => setDraft({ ...draft, name }),
    setStages: (stages: DraftStage[]) => setDraft({ ...draft, stages }),
    /** Takes a stage out of the form that is deleted already. */
    forgetStage: (key: string) => {
      const without = (from: Draft): Draft => ({ ...from, stages: from.stages.filter((stage) => stage.key !== key) });
      setDraft(without(draft));
      setKnown(without(known));
    },
    fill,
  };
}
