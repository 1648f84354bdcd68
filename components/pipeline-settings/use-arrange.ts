import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import type { ArrangementBody, PipelineAnswer, PipelinesAnswer } from "@/lib/dialects/native/pipelines";
import { messages } from "./messages";
import { pipelinesQuery, refreshPipelines } from "./queries";

type Arranged = { pipelines: PipelineAnswer[]; done: string };

/** Puts the pipelines in another order, or lets new leads start in another one: at once, and with the way back. */
export function useArrange() {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const { queryKey } = pipelinesQuery();
  const { mutate } = useMutation({
    // One after the other: each names all of them in the order that the one before left.
    scope: { id: "arrange-pipelines" },
    mutationFn: ({ pipelines }: Arranged) => {
      const body: ArrangementBody = {
        order: pipelines.map(({ id }) => id),
        defaultId: pipelines.find(({ isDefault }) => isDefault)?.id,
      };
      return write<PipelinesAnswer>("/api/app/pipelines", { method: "PUT", body });
    },
    onSuccess: (answer, { done }) => offerUndo({ title: done, answers: [answer] }),
    onError: (error) => showToast({ tone: "negative", title: messages.arrangeFailed, description: error.message }),
    onSettled: () => refreshPipelines(client),
  });
  return (arranged: Arranged) => {
    void client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, { pipelines: arranged.pipelines });
    mutate(arranged);
  };
}
