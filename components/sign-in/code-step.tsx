"use client";

import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormAlert } from "./form-alert";
import { messages } from "./messages";

type CodeStepProps = {
  failure?: string;
  busy: boolean;
  onCode: (code: string) => void;
  /** Told when somebody else wants to sign in. */
  onLeave: () => void;
};

/** The second step of signing in: a code of the authenticator app, or a recovery code. */
export function CodeStep({ failure, busy, onCode, onLeave }: CodeStepProps) {
  const form = useRef<HTMLFormElement>(null);
  const [code, setCode] = useState("");
  // Where somebody who has just entered their password goes on typing, and again after a wrong code.
  useEffect(() => {
    if (!busy) form.current?.querySelector<HTMLInputElement>("[name=code]")?.focus();
  }, [busy]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (code.trim() !== "") onCode(code);
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
      {failure && <FormAlert tone="negative">{failure}</FormAlert>}
      <Field
        label={messages.code}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={30}
        className="figures"
        hint={messages.codeHint}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" variant="primary" size="large" busy={busy}>
        {messages.signIn}
      </Button>
      <button type="button" onClick={onLeave} className="text-accent-ink self-center text-sm hover:underline">
        {messages.otherAccount}
      </button>
    </form>
  );
}
