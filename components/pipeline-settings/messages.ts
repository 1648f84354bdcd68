import { sayNumber } from "@/lib/kit/number";

/** The words of the pipeline's settings. */
export const messages = {
  title: "Pipeline",
  pipeline: "Pipeline",
  stagesOf: (pipeline: string) => `Stages of ${pipeline}`,
  pipelineName: "Name of the pipeline",
  stalledHint: (days: number) =>
    `Without days of its own a stage marks open deals as stalled after ${days} days, the number below.`,
  stageName: "Name of the stage",
  stageColor: (name: string) => `Colour of ${name || "the new stage"}`,
  chance: "Chance",
  chanceOf: (name: string) => `Chance of winning in ${name || "the new stage"}, in percent`,
  stalledAfter: "Stalled after",
  stalledAfterOf: (name: string, usual: number) =>
    `Days after which a deal in ${name || "the new stage"} has stalled; ${usual} when empty`,
  daysUnit: "days",
  addStage: "Add stage",
  saveStages: "Save stages",
  pipelineSaved: (name: string) => `${name} saved`,
  deleteStage: (name: string) => `Delete ${name || "the new stage"}`,
  deleteTitle: (name: string) => `Delete the stage ${name}?`,
  deleteHint: (leads: number) =>
    leads === 0
      ? "No lead is in it now; those in the bin go to the stage you choose. How long leads stayed in it is forgotten. This can not be undone."
      : `${leads === 1 ? "The lead" : `The ${sayNumber(leads)} leads`} in it, and those in the bin, go to the stage you choose. How long leads stayed in it is forgotten. This can not be undone.`,
  target: "Where its leads go",
  deleteAction: "Delete stage",
  stageDeleted: (name: string) => `${name} deleted`,
  leadsWent: (count: number, stage: string) =>
    count === 0 ? undefined : `${count === 1 ? "1 lead" : `${sayNumber(count)} leads`} moved to ${stage}`,
  cancel: "Cancel",
  lost: "When a deal is lost",
  asks: "Ask why a deal is lost",
  asksHint: "The board asks as soon as one is dropped on Lost. The question can be skipped.",
  reasons: "Reasons",
  reason: (place: number) => `Reason ${place}`,
  reasonHint: "Deals keep a reason that is removed here.",
  add: "Add reason",
  remove: (name: string) => `Remove ${name || "this reason"}`,
  up: (name: string) => `Move ${name || "this one"} up`,
  down: (name: string) => `Move ${name || "this one"} down`,
  stalled: "When a deal has stalled",
  days: "Days in one stage, where the stage says nothing else",
  daysHint: "An open deal that stays longer in a stage is marked as stalled.",
  save: "Save",
  saved: "Pipeline settings saved",
  failedSave: "The settings could not be saved",
  failed: "The settings could not be loaded",
} as const;
