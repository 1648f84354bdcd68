"use client";

import { type ComponentType, useEffect, useState } from "react";
import { listenToToasts, type ToastMessage } from "./toast";

type Viewport = ComponentType<{ messages: ToastMessage[] }>;

/**
 * Where toasts appear. Once, beside the app. Its code is fetched as soon as the page has come alive: a
 * connection that is lost is told of by a toast, which could not be fetched then.
 */
export function Toaster() {
  const [messages, setMessages] = useState<ToastMessage[]>([]);
  const [Viewport, setViewport] = useState<Viewport | null>(null);
  useEffect(() => {
    // Where that fails, the next toast tries again, and shows those before it as well.
    const fetchViewport = () =>
      void import("./toast-viewport").then(
        ({ ToastViewport }) => setViewport(() => ToastViewport),
        () => {},
      );
    fetchViewport();
    return listenToToasts((message) => {
      setMessages((earlier) => [...earlier, message]);
      fetchViewport();
    });
  }, []);
  return Viewport && messages.length > 0 && <Viewport messages={messages} />;
}
