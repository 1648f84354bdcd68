"use client";

import { MapPinOff } from "lucide-react";
import { Button } from "@/components/ui/button";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { signOut } from "@/lib/client/session";
import { messages } from "./messages";

/** What somebody sees who is signed in but works nowhere yet. */
export function NoLocation() {
  const leave = () => void signOut().finally(() => window.location.assign(paths.signIn()));
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <StateMessage
        icon={<MapPinOff />}
        title={messages.noLocation}
        action={<Button onClick={leave}>{messages.signOut}</Button>}
      >
        {messages.noLocationHint}
      </StateMessage>
    </main>
  );
}
