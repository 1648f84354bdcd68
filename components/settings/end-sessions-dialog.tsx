"use client";

import { type ReactElement, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";
import { useEndAllSessions } from "./mutations";

/** Asks whether the person is to be signed out everywhere, this browser with the others. */
export function EndSessionsDialog({ trigger }: { trigger: ReactElement }) {
  const [isOpen, setOpen] = useState(true);
  const endAll = useEndAllSessions();
  const leave = () => endAll.mutate(undefined, { onSuccess: () => window.location.assign(paths.signIn()) });
  return (
    <Dialog
      title={messages.signOutEverywhereTitle}
      description={messages.signOutEverywhereHint}
      trigger={trigger}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <DialogActions>
        <DialogCancel />
        <Button variant="danger" busy={endAll.isPending} onClick={leave}>
          {messages.signOutEverywhere}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
