"use client";

import { MapPinOff } from "lucide-react";
import { Button } from "@/components/ui/button";
import { StateMessage } from "@/components/ui/state-message";
import { messages } from "./messages";

// Every page names the scripts of this one, which hardly anybody sees: what it does is fetched when it is done.
const leave = async () => (await import("./session-actions")).leave();

/** What somebody sees who is signed in but works nowhere yet. */
export function NoLocation() {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <StateMessage
        icon={<MapPinOff />}
        title={messages.noLocation}
        action={<Button onClick={() => void leave()}>{messages.signOut}</Button>}
      >
        {messages.noLocationHint}
      </StateMessage>
    </main>
  );
}
