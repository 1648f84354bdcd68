import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import type { FilterChoices } from "@/components/leads/filter/fields";
import { messages } from "@/components/leads/messages";
import type { LeadRow } from "@/components/leads/queries";
import { showToast } from "@/components/ui/toast";
import { isFailedRequest } from "@/lib/client/api";
import { type CellContent, contentOf, withContent } from "./editable";
import { patchOf } from "./lead-patch";
import { changeRows, lastRow, refreshAround } from "./lead-rows";

/** A cell that gets new content. */
export type CellEdit = { lead: LeadRow; column: string; label: string; content: CellContent };

/** By which the footer knows that something is being saved. */
export const editKey = ["leads", "edit"] as const;

/**
 * Saves cells: what was typed is seen at once, can be undone, and goes back with the reason where the
 * server refuses it.
 */
export function useCellEdit(known: FilterChoices): (edit: CellEdit) => void {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const { mutate } = useMutation({
    mutationKey: editKey,
    mutationFn: ({ lead, column, content }: CellEdit) =>
      write<{ version: number }>(`/api/app/leads/${lead.id}`, {
        method: "PATCH",
        body: patchOf(lead, [{ column, content }]),
      }),
    onMutate: async ({ lead, column, content }) => {
      // A list on its way would bring back what was there before.
      await client.cancelQueries({ queryKey: ["leads", "list"] });
      const present = lastRow(client, lead);
      changeRows(client, new Set([lead.id]), (row) => withContent(row, column, content, known));
      return { present };
    },
    onSuccess: (answer, { lead, column, label }) => {
      changeRows(client, new Set([lead.id]), (row) => ({ ...row, version: answer.version }));
      offerUndo({ title: messages.changed(label, lead.name), answers: [answer] });
      refreshAround(client, [lead.id], [column]);
    },
    onError: (error, edit, kept) => {
      const { lead, column, label } = edit;
      const before = contentOf(kept?.present ?? lead, column);
      changeRows(client, new Set([lead.id]), (row) => withContent(row, column, before, known));
      const failed = isFailedRequest(error) ? error : null;
      const clash = failed?.clashes[0];
      const insist = () => mutate({ ...edit, lead: lastRow(client, lead) });
      showToast({
        tone: "negative",
        title: messages.changeFailed(label, lead.name),
        description: clash?.by ? messages.clash(clash.by) : (failed?.message ?? undefined),
        action: { label: clash ? messages.insist : messages.retry, onPress: insist },
      });
    },
    onSettled: (_answer, error) => {
      if (error) void client.invalidateQueries({ queryKey: ["leads", "list"] });
    },
  });
  return mutate;
}
