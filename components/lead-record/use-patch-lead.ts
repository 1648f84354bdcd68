import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import { isFailedRequest } from "@/lib/client/api";
import type { LeadAnswer, LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { partsOf, valueOf, withFields } from "./fields-of-lead";
import { labelOf } from "./labels";
import { messages } from "./messages";
import { leadApiPath, leadRecordQuery } from "./queries";

/** A change of fields by name, and what the person took them for where that is not what the screen has. */
export type FieldChanges = { fields: Record<string, unknown>; known?: Record<string, unknown> };

/**
 * Changes fields of a lead: the screen has them at once, and gives them back when the server refuses.
 * A clash with somebody else's change is laid before the person.
 */
export function usePatchLead(leadId: string) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const { queryKey } = leadRecordQuery(leadId);
  const patch = useMutation({
    mutationFn: async ({ fields, known }: FieldChanges & { record: LeadRecordAnswer }) => {
      const body = { changes: partsOf(fields), known: partsOf(known ?? {}) };
      return write<LeadAnswer>(leadApiPath(leadId), { method: "PATCH", body });
    },
    onMutate: async ({ fields, record }) => {
      await client.cancelQueries({ queryKey });
      // What others changed since the person began stays on the screen.
      const present = client.getQueryData(queryKey) ?? record;
      client.setQueryData(queryKey, withFields(present, fields));
      return { present };
    },
    onSuccess: (lead, { fields, record }) => {
      client.setQueryData(queryKey, (present) => present && { ...present, lead });
      offerUndo({ title: messages.saved(saidFields(record, fields)), answers: [lead] });
    },
    onError: (error, { fields, known, record }, kept) => {
      client.setQueryData(queryKey, kept?.present);
      if (isFailedRequest(error) && error.clashes.length > 0)
        void import("./settle-clash")
          .then(({ settleClash }) => settleClash(client, { record, fields, known, clashes: error.clashes }))
          .then((settled) => settled && patch.mutate({ ...settled, record }));
      else if (!isFailedRequest(error) || Object.keys(error.fields).length === 0)
        showToast({
          tone: "negative",
          title: messages.notSaved(saidFields(record, fields)),
          description: error.message,
        });
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["lead", leadId] }),
        client.invalidateQueries({ queryKey: ["leads"] }),
        client.invalidateQueries({ queryKey: ["board"] }),
      ]),
  });
  return patch;
}

/** The save function of a field's editor: takes the new value and throws what the server found wrong with it. */
export function useSaveFields(record: LeadRecordAnswer): (fields: Record<string, unknown>) => Promise<void> {
  const { mutateAsync } = usePatchLead(record.lead.id);
  return async (fields) => {
    const known = Object.fromEntries(Object.keys(fields).map((name) => [name, valueOf(record, name)]));
    await mutateAsync({ fields, known, record });
  };
}

/** What the server says is wrong with a field, or null when it says nothing of it. */
export function problemWith(error: unknown, name: string): string | null {
  if (!isFailedRequest(error)) return null;
  const path = `changes.${name.replace("custom:", "custom.")}`;
  const found = [path, path.replace("changes.", ""), name.replace(/^contact\./, "")].find((key) => key in error.fields);
  return found === undefined ? null : (error.fields[found] ?? null);
}

const saidFields = (record: LeadRecordAnswer, fields: Record<string, unknown>): string =>
  Object.keys(fields)
    .map((name) => labelOf(name, record))
    .join(", ");
