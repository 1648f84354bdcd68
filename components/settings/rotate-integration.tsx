"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogClose } from "@/components/ui/dialog";
import { Choice } from "./choice";
import { messages } from "./messages";
import { useRotateIntegration } from "./mutations";
import { NewSecretDialog } from "./new-secret-dialog";

/** Gives an integration a new token, beside which the one before works for a while. */
export function RotateIntegration({ id, name }: { id: string; name: string }) {
  const [grace, setGrace] = useState<keyof typeof messages.graces>("24");
  const rotate = useRotateIntegration();
  return (
    <NewSecretDialog
      title={messages.rotateTitle(name)}
      description={messages.rotateHint}
      madeTitle={messages.integrationMadeTitle}
      making={rotate}
      trigger={
        <Button size="small" aria-label={messages.rotateLabel(name)}>
          {messages.rotate}
        </Button>
      }
    >
      <Choice label={messages.grace} value={grace} words={messages.graces} onChange={setGrace} />
      <DialogActions>
        <DialogClose>
          <Button>{messages.cancel}</Button>
        </DialogClose>
        <Button
          variant="primary"
          busy={rotate.isPending}
          onClick={() => rotate.mutate({ id, name, graceHours: Number(grace) })}
        >
          {messages.rotate}
        </Button>
      </DialogActions>
    </NewSecretDialog>
  );
}
