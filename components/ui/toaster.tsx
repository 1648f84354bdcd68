"use client";

import { type ComponentType, useEffect, useState } from "react";
import { listenToToasts, type ToastMessage } from "./toast";

type Viewport = ComponentType<{ messages: ToastMessage[] }>;

/** Where toasts appear. Its code is fetched with the first of them. Once, beside the app. */
export function Toaster() {
  const [messages, setMessages] = useState<ToastMessage[]>([]);
  const [Viewport, setViewport] = useState<Viewport | null>(null);
  useEffect(
    () =>
      listenToToasts((message) => {
        setMessages((earlier) => [...earlier, message]);
        void import("./toast-viewport").then(({ ToastViewport }) => setViewport(() => ToastViewport));
      }),
    [],
  );
  return Viewport && <Viewport messages={messages} />;
}
