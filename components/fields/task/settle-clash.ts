import type { QueryClient } from "@tanstack/react-query";
import { askWhich } from "@/components/fields/clash/ask-which";
import { leadChoicesQuery } from "@/components/fields/lead-queries";
import type { Clash } from "@/lib/client/api";
import { wordFor } from "@/lib/kit/language";
import { sayMoment } from "@/lib/kit/moment";
import { taskMessages as messages } from "./messages";
import type { TaskFields } from "./use-change-task";

type ClashOfTask = { fields: TaskFields; clashes: readonly Clash[]; now: Date; timeZone: string };

/** Asks which of the fields that clash are to have what the person wrote. Answers what is to be sent then; null for nothing. */
export async function settleClash(client: QueryClient, { fields, clashes, now, timeZone }: ClashOfTask) {
  const choices = await client.query(leadChoicesQuery()).catch(() => undefined);
  const say = (field: string, value: unknown): string => {
    if (typeof value !== "string")
      return { dueAt: messages.noDate, assignedToId: messages.nobody }[field] ?? messages.never;
    if (field === "dueAt") return sayMoment(new Date(value), now, timeZone);
    if (field === "repeats") return wordFor(messages.repeats, value);
    return (field === "assignedToId" && choices?.users.find(({ id }) => id === value)?.name) || value;
  };
  const labels = {
    title: messages.title,
    dueAt: messages.due,
    assignedToId: messages.assignee,
    repeats: messages.repeat,
  };
  const labelOf = (field: string) => wordFor(labels, field);
  return askWhich({ fields }, { clashes, labelOf, sayValue: say, now, timeZone });
}
