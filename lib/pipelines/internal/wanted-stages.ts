import { Invalid } from "@/lib/access/errors";
import { slugify } from "@/lib/kit/text";
import type { PipelineStageSettings } from "@/lib/pipelines/model";

/** A stage as somebody wants it; without an id it is a new one. */
export type WantedStage = Omit<PipelineStageSettings, "id" | "key" | "leads"> & { id?: string };

/** @throws Invalid for stages that the pipeline does not have, and for two of one name. */
export function checkStages(known: readonly { id: string }[], wanted: readonly WantedStage[]): void {
  const names = new Set<string>();
  for (const [index, { id, name }] of wanted.entries()) {
    const refuse = (rule: string, message: string) => new Invalid([{ path: ["stages", index, "name"], rule, message }]);
    if (id && !known.some((stage) => stage.id === id))
      throw refuse("unknown", "This stage is not there any more. Load the page again.");
    const word = name.trim().toLowerCase();
    if (names.has(word)) throw refuse("taken", "There are two stages of this name. Change one of them.");
    names.add(word);
  }
}

/** A key for a stage of this name that is not among those `taken`, which it comes to be. */
export function freeKey(name: string, taken: Set<string>): string {
  const word = slugify(name, 40).replaceAll("-", "_") || "stage";
  let key = word;
  for (let count = 2; taken.has(key); count++) key = `${word}_${count}`;
  taken.add(key);
  return key;
}
