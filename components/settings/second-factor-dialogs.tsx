"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/client/api";
import type { NewSecondFactorAnswer, RecoveryCodesAnswer } from "@/lib/dialects/native/profile";
import { CodeForm } from "./code-form";
import { ConfirmForm } from "./confirm-form";
import { profileMessages as messages } from "./profile-messages";
import { secondFactorQuery } from "./profile-queries";
import { QrCode } from "./qr-code";
import { RecoveryCodes } from "./recovery-codes";

type StepDialogProps = { trigger: ReactElement };
const path = "/api/app/profile/second-factor";

/** What can be done about two-step sign-in, each in a dialog of its own. */
export const secondFactorDialogs = { setUp: SetUpDialog, renew: RenewDialog, turnOff: TurnOffDialog };

/** Reads again how it stands: the buttons on the page become others, so a dialog does this when it is left. */
function useRefresh() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: secondFactorQuery().queryKey });
}

/** Password, then the QR code and a first code, then the recovery codes. */
function SetUpDialog({ trigger }: StepDialogProps) {
  const [isOpen, setOpen] = useState(true);
  const refresh = useRefresh();
  const begin = useMutation({
    mutationFn: (password: string) => api<NewSecondFactorAnswer>(path, { method: "POST", body: { password } }),
  });
  const confirm = useMutation({
    mutationFn: (code: string) => api<RecoveryCodesAnswer>(`${path}/confirm`, { method: "POST", body: { code } }),
  });
  const change = (open: boolean) => {
    setOpen(open);
    if (open) return;
    if (confirm.data) refresh();
    begin.reset();
    confirm.reset();
  };
  const title = confirm.data ? messages.codesTitle : begin.data ? messages.scanTitle : messages.confirmTitle;
  const hint = confirm.data ? messages.codesHint : begin.data ? messages.scanHint : messages.confirmHint;
  return (
    <Dialog title={title} description={hint} trigger={trigger} open={isOpen} onOpenChange={change}>
      {confirm.data ? (
        <RecoveryCodes codes={confirm.data.recoveryCodes} onDone={() => change(false)} />
      ) : begin.data ? (
        <div className="flex flex-col gap-4">
          <QrCode text={begin.data.uri} label={messages.qr} />
          <p className="text-ink-muted text-sm">
            {messages.byHand}{" "}
            <code className="text-ink font-mono break-all select-all">
              {begin.data.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}
            </code>
          </p>
          <a href={begin.data.uri} className="text-accent-ink self-start text-sm hover:underline">
            {messages.openApp}
          </a>
          <CodeForm error={confirm.error} busy={confirm.isPending} onCode={(code) => confirm.mutate(code)} />
        </div>
      ) : (
        <ConfirmForm
          label={messages.goOn}
          error={begin.error}
          busy={begin.isPending}
          onPassword={(password) => begin.mutate(password)}
        />
      )}
    </Dialog>
  );
}

/** Password, then new recovery codes. */
function RenewDialog({ trigger }: StepDialogProps) {
  const [isOpen, setOpen] = useState(true);
  const refresh = useRefresh();
  const renew = useMutation({
    mutationFn: (password: string) =>
      api<RecoveryCodesAnswer>(`${path}/recovery-codes`, { method: "POST", body: { password } }),
  });
  const change = (open: boolean) => {
    setOpen(open);
    if (open) return;
    if (renew.data) refresh();
    renew.reset();
  };
  return (
    <Dialog
      title={renew.data ? messages.codesTitle : messages.renewTitle}
      description={renew.data ? messages.codesHint : messages.renewHint}
      trigger={trigger}
      open={isOpen}
      onOpenChange={change}
    >
      {renew.data ? (
        <RecoveryCodes codes={renew.data.recoveryCodes} onDone={() => change(false)} />
      ) : (
        <ConfirmForm
          label={messages.renew}
          error={renew.error}
          busy={renew.isPending}
          onPassword={(password) => renew.mutate(password)}
        />
      )}
    </Dialog>
  );
}

/** Password, and it is off. */
function TurnOffDialog({ trigger }: StepDialogProps) {
  const [isOpen, setOpen] = useState(true);
  const refresh = useRefresh();
  const end = useMutation({
    mutationFn: (password: string) => api(`${path}/end`, { method: "POST", body: { password } }),
    onSuccess: () => {
      setOpen(false);
      showToast({ title: messages.turnedOff });
      refresh();
    },
  });
  return (
    <Dialog
      title={messages.turnOffTitle}
      description={messages.turnOffHint}
      trigger={trigger}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <ConfirmForm
        label={messages.turnOff}
        danger
        error={end.error}
        busy={end.isPending}
        onPassword={(password) => end.mutate(password)}
      />
    </Dialog>
  );
}
