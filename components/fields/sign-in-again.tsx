"use client";

import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { paths } from "@/lib/client/paths";
import { signIn } from "@/lib/client/session";
import { signInAgainMessages as messages } from "./sign-in-again-messages";
import { whoWorks } from "./who-works";

type SignInAgainProps = {
  /** Told when there is a session again, and when the person would rather not. */
  onSignedIn: () => void;
  onGiveUp: () => void;
};

/**
 * Asks who is there when a session has ended while somebody works, over the page: what was written
 * stays where it is, and whose it was is filled in. Who signs in with a provider does that in another tab and comes back.
 */
export function SignInAgain({ onSignedIn, onGiveUp }: SignInAgainProps) {
  const [identifier, setIdentifier] = useState(whoWorks);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const outcome = await signIn(identifier, password, code ?? "");
      if (outcome.ok) return onSignedIn();
      if (outcome.reason === "code_missing") setCode("");
      setProblem(outcome.reason === "code_missing" ? null : messages.refused[outcome.reason]);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : messages.refused.unavailable);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open title={messages.title} description={messages.hint} onOpenChange={(open) => !open && onGiveUp()}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Field
          label={messages.identifier}
          autoComplete="username"
          value={identifier}
          onChange={(event) => setIdentifier(event.target.value)}
          autoFocus={whoWorks() === ""}
        />
        <Field
          label={messages.password}
          type="password"
          autoComplete="current-password"
          value={password}
          error={code === null ? problem : null}
          onChange={(event) => setPassword(event.target.value)}
          autoFocus={whoWorks() !== ""}
        />
        {code !== null && (
          <Field
            label={messages.code}
            autoComplete="one-time-code"
            value={code}
            error={problem}
            onChange={(event) => setCode(event.target.value)}
            autoFocus
          />
        )}
        <p className="text-ink-muted text-sm">
          {messages.elsewhere}{" "}
          <a href={paths.signIn()} target="_blank" rel="noreferrer" className="text-accent-ink underline">
            {messages.otherTab}
          </a>
        </p>
        <DialogActions>
          <Button onClick={onSignedIn}>{messages.signedInElsewhere}</Button>
          <Button type="submit" variant="primary" busy={busy}>
            {messages.signIn}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
