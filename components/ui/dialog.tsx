"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { buttonClass } from "./button";
import { classes } from "./classes";
import { messages } from "./messages";

type DialogProps = {
  title: string;
  description?: ReactNode;
  /** The element that opens it; left out when `open` is steered from outside. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** `wide` where there is more to read than to decide. */
  size?: "medium" | "wide";
  children: ReactNode;
};

/** One thing to decide, over the page. Below 768 px it is a sheet at the bottom. */
export function Dialog({ title, description, trigger, open, onOpenChange, size = "medium", children }: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="bg-scrim fixed inset-0 z-40 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-40 grid grid-cols-[minmax(0,1fr)] items-end justify-items-center overflow-y-auto md:items-start md:px-6 md:pt-[14vh] md:pb-6">
          <BaseDialog.Popup
            className={classes(
              "bg-raised text-ink shadow-dialog w-full p-5 outline-none max-md:rounded-t-xl md:rounded-xl",
              size === "wide" ? "md:max-w-190" : "md:max-w-110",
              "transition-[opacity,translate,scale] duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0",
              "max-md:data-starting-style:translate-y-8 md:data-starting-style:scale-98",
            )}
          >
            <div className="flex items-start justify-between gap-4">
              <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
              <BaseDialog.Close
                aria-label={messages.close}
                className={classes(buttonClass({ variant: "quiet", size: "small", iconOnly: true }), "-mt-0.5 -mr-1")}
              >
                <X aria-hidden />
              </BaseDialog.Close>
            </div>
            {description && (
              <BaseDialog.Description className="text-ink-muted mt-1 text-sm">{description}</BaseDialog.Description>
            )}
            <div className="mt-4">{children}</div>
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** The buttons at the foot of a dialog, the one that does it last. */
export const DialogActions = ({ children }: { children: ReactNode }) => (
  <div className="mt-5 flex justify-end gap-2">{children}</div>
);

/** The button that leaves a dialog without doing anything. */
export const DialogCancel = () => <BaseDialog.Close className={buttonClass()}>{messages.cancel}</BaseDialog.Close>;

/** Wraps a button so that it closes the dialog around it. */
export const DialogClose = ({ children }: { children: ReactElement }) => <BaseDialog.Close render={children} />;
