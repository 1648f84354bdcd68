"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { isFailedRequest } from "@/lib/client/api";
import { paths } from "@/lib/client/paths";
import { requestPasswordReset } from "@/lib/client/session";
import { FormAlert } from "./form-alert";
import { messages } from "./messages";
import { SignInPanel } from "./sign-in-panel";

/** Asks for a mail with a link; what it says afterwards does not tell whether there is such an account. */
export function ForgotPasswordForm({ keepsMail }: { keepsMail: boolean }) {
  const [identifier, setIdentifier] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const request = useMutation({ mutationFn: requestPasswordReset });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsMissing(identifier.trim() === "");
    if (identifier.trim() !== "") request.mutate(identifier);
  };
  const back = (
    <Link href={paths.signIn()} className="text-accent-ink self-center text-sm hover:underline">
      {messages.backToSignIn}
    </Link>
  );
  if (request.isSuccess) {
    return (
      <SignInPanel title={messages.sentTitle}>
        <div className="flex flex-col gap-4">
          <FormAlert tone="positive">{messages.sent}</FormAlert>
          {keepsMail && <p className="text-ink-muted text-sm">{messages.sentKept}</p>}
          {back}
        </div>
      </SignInPanel>
    );
  }
  return (
    <SignInPanel title={messages.forgotTitle} hint={messages.forgotHint}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {request.error && <FormAlert tone="negative">{failureOf(request.error)}</FormAlert>}
        <Field
          label={messages.identifier}
          name="identifier"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={identifier}
          onChange={(event) => setIdentifier(event.target.value)}
          error={isMissing ? messages.identifierMissing : null}
        />
        <Button type="submit" variant="primary" size="large" busy={request.isPending}>
          {messages.sendLink}
        </Button>
        {back}
      </form>
    </SignInPanel>
  );
}

const failureOf = (error: Error): string =>
  isFailedRequest(error) && error.status === 429 ? messages.tooManyLinks : error.message;
