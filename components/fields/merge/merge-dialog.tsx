"use client";

import { useQuery } from "@tanstack/react-query";
import { QueryFailure } from "@/components/fields/query-failure";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { api } from "@/lib/client/api";
import type { CandidatesAnswer } from "@/lib/dialects/native/duplicates";
import { MergeForm } from "./merge-form";
import { mergeMessages as messages } from "./messages";

/** What may become one: the contacts of some leads with these leads, some contacts, or one and those that are like it. */
export type MergeSource = { leads: readonly string[] } | { contacts: readonly string[] } | { alike: string };

type MergeDialogProps = {
  source: MergeSource;
  onClose: () => void;
  /** Told when they have become one; the toast with the way back is shown already. */
  onMerged?: () => void;
};

/** Puts two to ten contacts together, and deals of theirs: who is kept, and whose value each field takes. */
export function MergeDialog({ source, onClose, onMerged }: MergeDialogProps) {
  const asked = new URLSearchParams(Object.entries(source).map(([name, value]) => [name, String(value)])).toString();
  const query = useQuery({
    queryKey: ["merge-candidates", asked],
    queryFn: ({ signal }) => api<CandidatesAnswer>(`/api/app/merge/candidates?${asked}`, { signal }),
    gcTime: 0,
    // What is being chosen from does not change under the hand.
    staleTime: Infinity,
  });
  return (
    <Dialog
      open
      size="wide"
      title={messages.title}
      description={messages.hint}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {query.error ? (
        <QueryFailure error={query.error} title={messages.failed} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton className="h-40" />
      ) : (
        <MergeForm
          candidates={query.data}
          leadIds={"leads" in source ? source.leads : null}
          onMerged={() => {
            onMerged?.();
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}
