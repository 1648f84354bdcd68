"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { api, isFailedRequest } from "@/lib/client/api";
import type { ChangePasswordBody } from "@/lib/dialects/native/profile";
import { profileMessages as messages } from "./profile-messages";
import { sessionsQuery } from "./queries";

/** Asks for the password of today and another one. */
export function PasswordDialog({ trigger }: { trigger: ReactElement }) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Dialog title={messages.changePassword} trigger={trigger} open={isOpen} onOpenChange={setOpen}>
      <PasswordForm onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState("");
  const [newPassword, setNewPassword] = useState("");
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (body: ChangePasswordBody) => api("/api/app/profile/password", { method: "PUT", body }),
    onSuccess: () => {
      showToast({ title: messages.passwordChanged });
      void client.invalidateQueries({ queryKey: sessionsQuery().queryKey });
      onDone();
    },
  });
  const fields = isFailedRequest(change.error) ? change.error.fields : {};
  const other = change.error && Object.keys(fields).length === 0 ? change.error.message : null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    change.mutate({ password, newPassword });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={messages.oldPassword}
        type="password"
        autoComplete="current-password"
        value={password}
        error={fields.password ?? other}
        onChange={(event) => setPassword(event.target.value)}
        autoFocus
      />
      <Field
        label={messages.newPassword}
        type="password"
        autoComplete="new-password"
        value={newPassword}
        error={fields.newPassword}
        hint={messages.newPasswordHint}
        onChange={(event) => setNewPassword(event.target.value)}
      />
      <DialogActions>
        <DialogCancel />
        <Button type="submit" variant="primary" busy={change.isPending}>
          {messages.changePassword}
        </Button>
      </DialogActions>
    </form>
  );
}
