"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Choice } from "./choice";
import { messages } from "./messages";
import { useRotateIntegration } from "./mutations";
import { NewSecretDialog } from "./new-secret-dialog";

type RotateIntegrationProps = {
  integration: { id: string; name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Gives an integration a new token, beside which the one before works for a while. */
export function RotateIntegration({ integration: { id, name }, open, onOpenChange }: RotateIntegrationProps) {
  const [grace, setGrace] = useState<keyof typeof messages.graces>("24");
  const rotate = useRotateIntegration();
  return (
    <NewSecretDialog
      title={messages.rotateTitle(name)}
      description={messages.rotateHint}
      madeTitle={messages.integrationMadeTitle}
      making={rotate}
      open={open}
      onOpenChange={onOpenChange}
    >
      <Choice label={messages.grace} value={grace} words={messages.graces} onChange={setGrace} />
      <DialogActions>
        <DialogCancel />
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
