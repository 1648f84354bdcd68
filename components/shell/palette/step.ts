import type { CommandGroup, OfLead } from "@/components/shell/commands";
import { type Entry, type EntryGroup, hasChoices, isOfLead } from "./entry";
import { isMeant, wordsOf } from "./match";
import { paletteMessages as messages } from "./messages";

/** What the palette asks just now: what to do, what to make, which lead to do it for, or one of the choices of a line. */
export type Step =
  | { kind: "all" }
  | { kind: "create" }
  | ({ kind: "lead"; title: string } & OfLead)
  | { kind: "choices"; title: string; entryId: string };

/** What the palette begins with: everything, what makes something new, or the lead that a new task is for. */
export function firstStep(overlay: "palette" | "create" | "task", commands: readonly CommandGroup[]): Step {
  if (overlay === "palette") return { kind: "all" };
  const task = commands.flatMap((group) => group.commands).find(({ id, act }) => id === overlay && isOfLead(act));
  return task && isOfLead(task.act) ? stepTo(task.label, task.act) : { kind: "create" };
}

/** The step that asks which lead something is done for. */
export const stepTo = (label: string, act: OfLead): Step => ({ kind: "lead", title: titleOf(label), ...act });

/** What a line is called once it was chosen. */
export const titleOf = (label: string): string => label.replace(/…$/, "");

/** All that could be listed, before it is known what was typed. */
export type Listed = {
  /** What screens registered. */
  commands: readonly CommandGroup[];
  /** Where one can go, and what one can do with the app. */
  pages: readonly Entry[];
  app: readonly Entry[];
  leads: EntryGroup;
};

/** What `step` lists for what was typed, below its headings. */
export function listFor(step: Step, typed: string, { commands, pages, app, leads }: Listed): EntryGroup[] {
  const words = wordsOf(typed);
  const meant = (entries: readonly Entry[]) =>
    beginningFirst(
      entries.filter((entry) => isMeant(words, entry.label, entry.words)),
      typed,
    );
  const groups = commands.map((group) => ({ title: group.title, items: entriesOf(group) }));
  const created = { title: messages.create, items: meant(commands.flatMap((group) => entriesOf(group, true))) };
  switch (step.kind) {
    case "lead":
      return [leads];
    case "create":
      return [created];
    case "choices": {
      const entry = [...groups.flatMap(({ items }) => items), ...created.items, ...app].find(
        ({ id }) => id === step.entryId,
      );
      return [{ title: step.title, items: entry ? choicesOf(entry, typed) : [] }];
    }
    case "all": {
      const here = groups.map(({ title, items }) => ({ title, items: meant(items) }));
      const rest = [created, { title: messages.goTo, items: meant(pages) }, { title: messages.app, items: meant(app) }];
      // Before anything is typed, where one was last is nearer than where one could go.
      return words.length === 0 ? [...here, leads, ...rest] : [...here, ...rest, leads];
    }
  }
}

/** Those that begin with what was typed come first. */
function beginningFirst(entries: Entry[], typed: string): Entry[] {
  const beginning = typed.trim().toLowerCase();
  const begins = ({ label }: Entry) => Number(label.toLowerCase().startsWith(beginning));
  return entries.toSorted((one, other) => begins(other) - begins(one));
}

const entriesOf = ({ name, commands }: CommandGroup, creates = false): Entry[] =>
  commands
    .filter((command) => (command.creates ?? false) === creates)
    .map((command) => ({ ...command, id: `${name} ${command.id}` }));

function choicesOf({ id: entryId, act }: Entry, typed: string): Entry[] {
  if (!hasChoices(act)) return [];
  const words = wordsOf(typed);
  const options = act.options.map((option) => ({ ...option, id: `${entryId} ${option.id}` }));
  const meant = options.filter(({ label }) => isMeant(words, label));
  const named = typed.trim();
  if (!act.other || named === "" || options.some(({ label }) => label.toLowerCase() === named.toLowerCase()))
    return meant;
  return [...meant, { ...act.other(named), id: `${entryId} other` }];
}
