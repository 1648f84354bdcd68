"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { isFailedRequest } from "@/lib/client/api";
import { paths } from "@/lib/client/paths";
import { setPassword } from "@/lib/client/session";
import { shortestPassword } from "@/lib/users/model";
import { FormAlert } from "./form-alert";
import { messages } from "./messages";
import { PasswordField } from "./password-field";
import { SignInPanel } from "./sign-in-panel";

/** Chooses a new password, or for who was invited the first one, with the secret of a mailed link. */
export function SetPasswordForm({ token, isInvited }: { token: string; isInvited: boolean }) {
  const router = useRouter();
  const [password, setPasswordText] = useState("");
  const [isTooShort, setIsTooShort] = useState(false);
  const save = useMutation({
    mutationFn: () => setPassword(token, password),
    onSuccess: () => router.replace(`${paths.signIn()}?passwordSet`),
  });
  const isSpent = isFailedRequest(save.error) && save.error.status === 412;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsTooShort(password.length < shortestPassword);
    if (password.length >= shortestPassword) save.mutate();
  };
  return (
    <SignInPanel
      title={isInvited ? messages.welcomeTitle : messages.setTitle}
      hint={isInvited ? messages.welcomeHint : undefined}
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {save.error && <FormAlert tone="negative">{isSpent ? messages.linkInvalid : save.error.message}</FormAlert>}
        <PasswordField
          label={isInvited ? messages.password : messages.newPassword}
          name="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPasswordText(event.target.value)}
          hint={messages.newPasswordHint}
          error={isTooShort ? messages.passwordTooShort : null}
        />
        <Button type="submit" variant="primary" size="large" busy={save.isPending}>
          {messages.setPassword}
        </Button>
        <Link href={paths.forgotPassword()} className="text-accent-ink self-center text-sm hover:underline">
          {messages.askAgain}
        </Link>
      </form>
    </SignInPanel>
  );
}
