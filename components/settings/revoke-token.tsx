"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel, DialogClose } from "@/components/ui/dialog";
import { messages } from "./messages";
import { useRevokeKey } from "./mutations";

/** Revokes a key or the token of an integration, once it was confirmed. */
export function RevokeToken({ id, name }: { id: string; name: string }) {
  const revoke = useRevokeKey();
  return (
    <Dialog
      title={messages.revokeTitle(name)}
      description={messages.revokeHint}
      trigger={
        <Button size="small" aria-label={messages.revokeLabel(name)}>
          {messages.revoke}
        </Button>
      }
    >
      <DialogActions>
        <DialogCancel />
        <DialogClose>
          <Button variant="danger" onClick={() => revoke.mutate({ id, name })}>
            {messages.revoke}
          </Button>
        </DialogClose>
      </DialogActions>
    </Dialog>
  );
}
