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
  /** The element that opens it; or whether it is open, where that is steered from outside. */
  trigger?: ComponentProps<typeof Dialog>["trigger"];
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What makes the secret: what it has made, and how it forgets that. */
  making: { data: { secret: string } | undefined; reset: () => void };
  children: ReactNode;
};

/** Asks what a secret is for, and shows it this once. */
export function NewSecretDialog(props: NewSecretDialogProps) {
  const { title, description, madeTitle, trigger, open, onOpenChange, making, children } = props;
  const [isOpen, setIsOpen] = useState(false);
  const change = (next: boolean) => {
    setIsOpen(next);
    onOpenChange?.(next);
    if (next) making.reset();
  };
  return (
    <Dialog
      title={making.data ? madeTitle : title}
      description={making.data ? messages.keyMadeHint : description}
      open={open ?? isOpen}
      onOpenChange={change}
      trigger={trigger}
    >
      {making.data ? <Secret secret={making.data.secret} onDone={() => change(false)} /> : children}
    </Dialog>
  );
}
