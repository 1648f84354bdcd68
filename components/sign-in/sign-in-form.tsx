"use client";

import Link from "next/link";
import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { paths } from "@/lib/client/paths";
import { signIn, signInWithProvider } from "@/lib/client/session";
import type { DemoPerson } from "@/lib/config/demo-people";
import { CodeStep } from "./code-step";
import { DemoPeople } from "./demo-people";
import { FormAlert } from "./form-alert";
import { messages } from "./messages";
import { PasswordField } from "./password-field";

type SignInFormProps = {
  /** A path of our own, already checked. */
  returnTo: string;
  /** Whether the installation has an identity provider. */
  hasProvider: boolean;
  demoPeople: DemoPerson[];
  failure?: string;
  notice?: string;
};

/** Username or email and password; the identity provider where there is one; the demo's people in a demo. */
export function SignInForm({ returnTo, hasProvider, demoPeople, failure: firstFailure, notice }: SignInFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [identifier, setIdentifier] = useState("");
  const [password, setPassword] = useState("");
  const [failure, setFailure] = useState(firstFailure);
  const [missing, setMissing] = useState({ identifier: false, password: false });
  const [busy, setBusy] = useState(false);
  const [asksCode, setAsksCode] = useState(false);

  // There is one thing to do on this page, and this is where it begins.
  useEffect(() => form.current?.querySelector<HTMLInputElement>("[name=identifier]")?.focus(), []);

  const enter = async (asIdentifier: string, asPassword: string, code = "") => {
    setMissing({ identifier: !asIdentifier.trim(), password: !asPassword });
    if (!asIdentifier.trim() || !asPassword) {
      form.current
        ?.querySelector<HTMLInputElement>(asIdentifier.trim() ? "[name=password]" : "[name=identifier]")
        ?.focus();
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      const outcome = await signIn(asIdentifier, asPassword, code);
      if (outcome.ok) return window.location.assign(returnTo);
      if (outcome.reason === "code_missing") setAsksCode(true);
      else setFailure(messages.failures[outcome.reason]);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : messages.failures.unavailable);
    }
    setBusy(false);
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void enter(identifier, password);
  };

  const choose = (person: DemoPerson) => {
    setIdentifier(person.username);
    setPassword(person.password);
    void enter(person.username, person.password);
  };

  if (asksCode)
    return (
      <CodeStep
        failure={failure}
        busy={busy}
        onCode={(code) => void enter(identifier, password, code)}
        onLeave={() => {
          setAsksCode(false);
          setFailure(undefined);
          setPassword("");
        }}
      />
    );
  return (
    <div className="flex flex-col gap-4">
      {failure && <FormAlert tone="negative">{failure}</FormAlert>}
      {!failure && notice && <FormAlert tone="positive">{notice}</FormAlert>}
      <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label={messages.identifier}
          name="identifier"
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          value={identifier}
          onChange={(event) => setIdentifier(event.target.value)}
          error={missing.identifier ? messages.identifierMissing : null}
        />
        <PasswordField
          label={messages.password}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={missing.password ? messages.passwordMissing : null}
        />
        <Button type="submit" variant="primary" size="large" busy={busy}>
          {messages.signIn}
        </Button>
        <Link href={paths.forgotPassword()} className="text-accent-ink self-center text-sm hover:underline">
          {messages.forgot}
        </Link>
      </form>
      {hasProvider && (
        <>
          <div className="text-ink-faint before:bg-line after:bg-line flex items-center gap-3 text-xs before:h-px before:flex-1 after:h-px after:flex-1">
            {messages.or}
          </div>
          <Button
            size="large"
            onClick={() => void signInWithProvider(returnTo).catch(() => setFailure(messages.failures.unavailable))}
          >
            {messages.withProvider}
          </Button>
        </>
      )}
      {demoPeople.length > 0 && <DemoPeople people={demoPeople} busy={busy} onChoose={choose} />}
    </div>
  );
}
