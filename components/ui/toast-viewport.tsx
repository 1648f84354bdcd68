"use client";

import { Toast as BaseToast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { buttonClass } from "./button";
import { classes } from "./classes";
import { messages } from "./messages";
import type { ToastMessage } from "./toast";

const manager = BaseToast.createToastManager();
const closers = new WeakMap<ToastMessage, () => void>();

/** Takes a toast away that is shown. */
export const closeToast = (message: ToastMessage): void => closers.get(message)?.();

/** Long enough to read a sentence, reach for the mouse and undo. */
const undoMilliseconds = 10_000;

/** Shows each of `messages` once, as it is added. */
export function ToastViewport({ messages }: { messages: ToastMessage[] }) {
  const shown = useRef(0);
  useEffect(() => {
    for (const message of messages.slice(shown.current)) add(message);
    shown.current = messages.length;
  }, [messages]);
  return (
    <BaseToast.Provider toastManager={manager}>
      <BaseToast.Portal>
        {/* Above the foot of a screen where something is read or typed: what was done last does not cover the next. */}
        <BaseToast.Viewport className="fixed right-4 bottom-4 z-60 flex w-88 max-w-[calc(100vw-2rem)] flex-col gap-2 max-md:bottom-18 [body:has([data-foot])_&]:bottom-24 max-md:[body:has([data-foot])_&]:bottom-38">
          <ToastList />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  );
}

function add(message: ToastMessage): void {
  const { title, description, tone = "neutral", action, onClose } = message;
  const id = manager.add({
    title,
    description,
    type: tone,
    priority: tone === "negative" ? "high" : "low",
    onClose,
    timeout: tone === "negative" ? 0 : action ? undoMilliseconds : 5000,
    actionProps: action && {
      children: action.label,
      onClick: () => {
        manager.close(id);
        action.onPress();
      },
    },
  });
  closers.set(message, () => manager.close(id));
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
          aria-label={messages.close}
          className={buttonClass({ variant: "quiet", size: "small", iconOnly: true })}
        >
          <X aria-hidden />
        </BaseToast.Close>
      </BaseToast.Content>
    </BaseToast.Root>
  ));
}
