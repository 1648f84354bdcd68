"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarPlus, Copy, ListPlus, type LucideIcon, NotebookPen, PhoneOutgoing } from "lucide-react";
import { leadCommands, type LeadStep } from "@/components/fields/lead-commands";
import { leadChoicesQuery, stagesQuery } from "@/components/fields/lead-queries";
import { useCommands } from "@/components/shell/use-commands";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { compose } from "./compose";
import { messages } from "./messages";
import type { ComposerForm } from "./record-state";
import { useLeadActions } from "./use-lead-actions";
import { useSaveFields } from "./use-patch-lead";

const forms: readonly [ComposerForm, LucideIcon][] = [
  ["note", NotebookPen],
  ["call", PhoneOutgoing],
  ["task", ListPlus],
  ["appointment", CalendarPlus],
];

/** What the palette can do to the lead that is shown. */
export function RecordCommands({ record, onGone }: { record: LeadRecordAnswer; onGone: () => void }) {
  const { lead } = record;
  const stages = useQuery(stagesQuery()).data?.stages ?? [];
  const choices = useQuery(leadChoicesQuery()).data;
  const actions = useLeadActions(record);
  const save = useSaveFields(record);
  const ownTags = Array.isArray(lead.contact.tags) ? lead.contact.tags.map(String) : [];

  const start = ({ command }: LeadStep): void => {
    const change = (fields: Record<string, unknown>) => void save(fields).catch(() => {});
    switch (command.type) {
      case "assign": {
        const others = lead.assigned.slice(1).flatMap(({ id }) => (id === command.ownerId ? [] : id));
        return change({ assignedIds: [...(command.ownerId === null ? [] : [command.ownerId]), ...others] });
      }
      case "stage":
        return change({ stageId: command.stageId });
      case "addTags":
        return change({ tags: [...new Set([...ownTags, ...command.tags])] });
      case "removeTags":
        return change({ tags: ownTags.filter((tag) => !command.tags.includes(tag)) });
      case "status":
        return actions.close(command.status);
      case "archive":
      case "activate":
        return actions.archive(command.type === "archive");
      // A lead that is shown is in no bin.
      case "restore":
        break;
      case "delete":
        actions.remove(onGone);
    }
  };
  // What would change nothing is not offered.
  const idle: string[] = [lead.status, lead.archivedAt === null ? "activate" : "archive"];
  useCommands({ name: "record", title: lead.name }, [
    ...leadCommands({ stages, users: choices?.users ?? [], tags: choices?.tags ?? [], ownTags }, start).filter(
      ({ id }) => !idle.includes(id),
    ),
    { id: "clone", label: messages.clone, icon: Copy, words: messages.cloneWords, act: actions.clone },
    ...forms.map(([form, icon]) => ({
      id: form,
      label: messages.newFor[form](lead.name),
      icon,
      creates: true,
      ...(form === "note" && { keys: "n" }),
      act: () => compose(lead.id, form),
    })),
  ]);
  return null;
}
