"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { profileMessages as messages } from "./profile-messages";

type CodeFormProps = { error: Error | null; busy: boolean; onCode: (code: string) => void };

/** Asks for the first code of an authenticator app. */
export function CodeForm({ error, busy, onCode }: CodeFormProps) {
  const [code, setCode] = useState("");
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Field
        label={messages.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        className="figures"
        value={code}
        error={error?.message}
        onChange={(event) => setCode(event.target.value)}
        autoFocus
      />
      <DialogActions>
        <DialogCancel />
        <Button type="submit" variant="primary" busy={busy}>
          {messages.turnOn}
        </Button>
      </DialogActions>
    </form>
  );
}
