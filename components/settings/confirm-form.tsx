"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { profileMessages as messages } from "./profile-messages";

type ConfirmFormProps = {
  /** What the button does. */
  label: string;
  danger?: boolean;
  error: Error | null;
  busy: boolean;
  onPassword: (password: string) => void;
};

/** Asks for the person's password before what they sign in with is changed. */
export function ConfirmForm({ label, danger = false, error, busy, onPassword }: ConfirmFormProps) {
  const [password, setPassword] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onPassword(password);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Field
        label={messages.oldPassword}
        type="password"
        autoComplete="current-password"
        value={password}
        error={error?.message}
        onChange={(event) => setPassword(event.target.value)}
        autoFocus
      />
      <DialogActions>
        <DialogCancel />
        <Button type="submit" variant={danger ? "danger" : "primary"} busy={busy}>
          {label}
        </Button>
      </DialogActions>
    </form>
  );
}
