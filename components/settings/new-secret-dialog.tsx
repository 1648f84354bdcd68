"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { messages } from "./messages";
import { Secret } from "./secret";

type NewSecretDialogProps = {
  title: string;
  description?: string;
  /** What it is called once the secret is there. */
  madeTitle: string;
  trigger: ComponentProps<typeof Dialog>["trigger"];
  /** What makes the secret: what it has made, and how it forgets that. */
  making: { data: { secret: string } | undefined; reset: () => void };
  children: ReactNode;
};

/** Asks what a secret is for, and shows it this once. */
export function NewSecretDialog({ title, description, madeTitle, trigger, making, children }: NewSecretDialogProps) {
  const [open, setOpen] = useState(false);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) making.reset();
  };
  return (
    <Dialog
      title={making.data ? madeTitle : title}
      description={making.data ? messages.keyMadeHint : description}
      open={open}
      onOpenChange={change}
      trigger={trigger}
    >
      {making.data ? <Secret secret={making.data.secret} onDone={() => change(false)} /> : children}
    </Dialog>
  );
}
