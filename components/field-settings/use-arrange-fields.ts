import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import type { FieldAnswer, FieldArrangementBody, FieldsAnswer } from "@/lib/dialects/native/custom-fields";
import { messages } from "./messages";
import { fieldsQuery, refreshFields } from "./queries";

type Arranged = { fields: FieldAnswer[]; done: string };

/** Puts the fields of leads or contacts in another order, and under other headings: at once, and with the way back. */
export function useArrangeFields(recordType: FieldAnswer["recordType"]) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const { queryKey } = fieldsQuery();
  const { mutate } = useMutation({
    // One after the other: each names all of them in the order that the one before left.
    scope: { id: "arrange-fields" },
    mutationFn: ({ fields }: Arranged) => {
      const body: FieldArrangementBody = { recordType, fields: fields.map(({ id, folder }) => ({ id, folder })) };
      return write<FieldsAnswer>("/api/app/custom-fields", { method: "PUT", body });
    },
    onSuccess: (answer, { done }) => offerUndo({ title: done, answers: [answer] }),
    onError: (error) => showToast({ tone: "negative", title: messages.arrangeFailed, description: error.message }),
    onSettled: () => refreshFields(client),
  });
  return (arranged: Arranged) => {
    void client.cancelQueries({ queryKey });
    client.setQueryData(
      queryKey,
      (known) =>
        known && {
          fields: [...known.fields.filter((field) => field.recordType !== recordType), ...arranged.fields],
        },
    );
    mutate(arranged);
  };
}
