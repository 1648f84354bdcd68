"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { api } from "@/lib/client/api";
import type { BulkAnswer } from "@/lib/dialects/native/bulk";
import { bulkMessages as messages } from "./messages";
import type { BulkStep } from "./use-bulk";

type ConfirmBulkProps = { step: BulkStep; selection: object; onConfirm: () => void; onCancel: () => void };

/** Asks before many leads are changed, and says how many they are. */
export function ConfirmBulk({ step, selection, onConfirm, onCancel }: ConfirmBulkProps) {
  const { command, what } = step;
  const preview = useQuery({
    queryKey: ["bulk", "preview", selection, command],
    queryFn: ({ signal }) =>
      api<BulkAnswer>("/api/app/leads/bulk", { method: "POST", body: { selection, command, preview: true }, signal }),
    gcTime: 0,
    staleTime: 0,
  });
  const count = preview.data?.preview?.count ?? null;
  return (
    <Dialog
      title={messages.ask(command, what, count)}
      description={command.type === "delete" ? messages.deleteHint : messages.hint}
      open
      onOpenChange={(isOpen) => !isOpen && onCancel()}
    >
      {preview.error && (
        <p role="alert" className="text-negative text-sm">
          {preview.error.message}
        </p>
      )}
      <DialogActions>
        <DialogCancel />
        <Button
          variant={command.type === "delete" ? "danger" : "primary"}
          busy={preview.isPending}
          disabled={count === null || count === 0}
          onClick={onConfirm}
        >
          {preview.isPending ? messages.counting : messages.verb(command)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
