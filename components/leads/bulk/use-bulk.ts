import { useMutation } from "@tanstack/react-query";
import { followedBulkMessages } from "@/components/fields/bulk/messages";
import { useFollowedBulk } from "@/components/fields/bulk/use-followed-bulk";
import { write } from "@/components/fields/write";
import type { Selection } from "@/components/leads/state/selection";
import { showToast } from "@/components/ui/toast";
import type { LeadsCommand } from "@/lib/bulk/model";
import type { BulkAnswer } from "@/lib/dialects/native/bulk";
import type { LeadQuery } from "@/lib/leads/query/model";
import { bulkMessages as messages } from "./messages";

/** Something to be done to the selected leads; `what` names whom or what it is done with. */
export type BulkStep = { command: LeadsCommand; what: string };

/** The selection as the API takes it. */
export const selectionBody = ({ ids, isInverted }: Selection, query: LeadQuery) =>
  isInverted ? { query, except: [...ids] } : { ids: [...ids] };

/** Does things to many leads: at once where they are few, else with progress; and undoes them as a whole. */
export function useBulk() {
  const { follow, isBusy, running, stop } = useFollowedBulk();
  const start = useMutation({
    mutationFn: ({ step, selection }: { step: BulkStep; selection: object }) =>
      write<BulkAnswer>("/api/app/leads/bulk", { method: "POST", body: { selection, command: step.command } }),
    onSuccess: ({ bulk }, { step: { command, what } }) => {
      const done = (changed: number) => messages.done(command, what, changed);
      if (bulk) follow(bulk, { doing: messages.verb(command), done, undone: followedBulkMessages.undone });
    },
    onError: ({ message }) => showToast({ tone: "negative", title: followedBulkMessages.failed, description: message }),
  });
  return {
    running,
    isBusy: start.isPending || isBusy,
    start: (step: BulkStep, selection: object) => start.mutate({ step, selection }),
    stop,
  };
}
