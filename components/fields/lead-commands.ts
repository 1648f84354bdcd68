import {
  Archive,
  ArchiveRestore,
  CircleCheck,
  CircleDot,
  CircleSlash,
  CircleX,
  Tag,
  Tags,
  Trash2,
  UserRound,
  Workflow,
} from "lucide-react";
import type { Command } from "@/components/shell/commands";
import type { LeadsCommand } from "@/lib/bulk/model";
import type { StagesAnswer } from "@/lib/dialects/native/stages";
import { leadCommandsMessages as messages } from "./lead-commands-messages";

/** What leads can be given. */
export type LeadChoices = {
  stages: StagesAnswer["stages"];
  users: readonly { id: string; name: string }[];
  tags: readonly string[];
  /** The tags that can be taken off; any of `tags` without. */
  ownTags?: readonly string[];
};

/** What is done to leads; `what` names whom or what it is done with. */
export type LeadStep = { command: LeadsCommand; what: string };

const statusIcons = { open: CircleDot, won: CircleCheck, lost: CircleX, abandoned: CircleSlash };

/** What the palette can do to leads, one or many. `start` does what was chosen. */
export function leadCommands(
  { stages, users, tags, ownTags = tags }: LeadChoices,
  start: (step: LeadStep) => void,
): Command[] {
  const severalPipelines = new Set(stages.map(({ pipeline }) => pipeline.id)).size > 1;
  const tagged = (type: "addTags" | "removeTags", tag: string) => ({
    id: `tag ${tag}`,
    label: tag,
    act: () => start({ command: { type, tags: [tag] }, what: tag }),
  });
  return [
    {
      id: "assign",
      label: messages.assign,
      icon: UserRound,
      words: messages.words.assign,
      act: {
        options: [...users, { id: null, name: messages.nobody }].map(({ id, name }) => ({
          id: id ?? "nobody",
          label: name,
          ...(id !== null && { person: name }),
          act: () => start({ command: { type: "assign", ownerId: id }, what: name }),
        })),
      },
    },
    {
      id: "stage",
      label: messages.stage,
      icon: Workflow,
      words: messages.words.stage,
      act: {
        options: stages.map(({ id, name, color, pipeline }) => ({
          id,
          label: severalPipelines ? `${name} · ${pipeline.name}` : name,
          color,
          act: () => start({ command: { type: "stage", stageId: id }, what: name }),
        })),
      },
    },
    {
      id: "add tag",
      label: messages.addTag,
      icon: Tag,
      words: messages.words.tag,
      act: {
        options: tags.map((tag) => tagged("addTags", tag)),
        other: (typed) => ({ ...tagged("addTags", typed), label: messages.newTag(typed) }),
      },
    },
    ...(ownTags.length === 0
      ? []
      : [
          {
            id: "remove tag",
            label: messages.removeTag,
            icon: Tags,
            words: messages.words.tag,
            act: { options: ownTags.map((tag) => tagged("removeTags", tag)) },
          },
        ]),
    ...(["won", "lost", "open", "abandoned"] as const).map((status) => ({
      id: status,
      label: messages.status[status],
      icon: statusIcons[status],
      words: messages.words.status,
      act: () => start({ command: { type: "status", status }, what: messages.statuses[status] }),
    })),
    command("archive", Archive, messages.archive, messages.words.archive),
    command("activate", ArchiveRestore, messages.activate),
    command("delete", Trash2, messages.delete, messages.words.delete),
  ];

  function command(
    type: "archive" | "activate" | "delete",
    icon: Command["icon"],
    label: string,
    words?: string,
  ): Command {
    return { id: type, label, icon, words, act: () => start({ command: { type }, what: "" }) };
  }
}
