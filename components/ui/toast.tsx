"use client";

import { Toast as BaseToast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { classes } from "./classes";

const manager = BaseToast.createToastManager();
/** Long enough to read a sentence, reach for the mouse and undo. */
const undoMilliseconds = 10_000;

type Message = {
  title: string;
  description?: string;
  /** `negative` is announced at once and stays until it is closed. */
  tone?: "neutral" | "negative";
  /** What can be done about it, such as Undo or Try again. */
  action?: { label: string; onPress: () => void };
};

/** Says what happened at the edge of the screen, with the way back where there is one. Returns its id. */
export function showToast({ title, description, tone = "neutral", action }: Message): string {
  const id = manager.add({
    title,
    description,
    type: tone,
    priority: tone === "negative" ? "high" : "low",
    timeout: tone === "negative" ? 0 : action ? undoMilliseconds : 5000,
    actionProps: action && {
      children: action.label,
      onClick: () => {
        manager.close(id);
        action.onPress();
      },
    },
  });
  return id;
}

/** Shows toasts over everything in it. Once, around the app. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <BaseToast.Provider toastManager={manager}>
      {children}
      <BaseToast.Portal>
        <BaseToast.Viewport className="fixed right-4 bottom-4 z-60 flex w-88 max-w-[calc(100vw-2rem)] flex-col gap-2 max-md:bottom-18">
          <ToastList />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  );
}

function ToastList() {
  const { toasts } = BaseToast.useToastManager();
  return toasts.map((toast) => (
    <BaseToast.Root
      key={toast.id}
      toast={toast}
      className={classes(
        "bg-raised text-ink shadow-popup rounded-lg p-3 transition-[opacity,translate] duration-150 select-none",
        "data-ending-style:opacity-0 data-limited:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0",
      )}
    >
      <BaseToast.Content className="flex items-start gap-3">
        <div className="min-w-0 flex-1 py-1">
          <BaseToast.Title className={classes("text-sm font-medium", toast.type === "negative" && "text-negative")} />
          <BaseToast.Description className="text-ink-muted mt-0.5 text-sm" />
        </div>
        {toast.actionProps && <BaseToast.Action className={buttonClass({ size: "small" })} />}
        <BaseToast.Close
          aria-label="Close"
          className={buttonClass({ variant: "quiet", size: "small", iconOnly: true })}
        >
          <X aria-hidden />
        </BaseToast.Close>
      </BaseToast.Content>
    </BaseToast.Root>
  ));
}
