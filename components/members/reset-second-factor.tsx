"use client";

import { type ReactElement, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { messages } from "./messages";
import { useResetSecondFactor } from "./mutations";

type ResetSecondFactorDialogProps = { userId: string; name: string; trigger: ReactElement };

/** Asks whether a member's two-step sign-in is to be taken away. */
export function ResetSecondFactorDialog({ userId, name, trigger }: ResetSecondFactorDialogProps) {
  const [isOpen, setOpen] = useState(true);
  const reset = useResetSecondFactor();
  return (
    <Dialog
      title={messages.resetTitle(name)}
      description={messages.resetHint}
      trigger={trigger}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <DialogActions>
        <DialogCancel />
        <Button
          variant="danger"
          busy={reset.isPending}
          onClick={() => reset.mutate({ userId, name }, { onSuccess: () => setOpen(false) })}
        >
          {messages.resetSecondFactor}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
