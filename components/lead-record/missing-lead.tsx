"use client";

import { useQuery } from "@tanstack/react-query";
import { Building2, FileQuestion } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { StateMessage } from "@/components/ui/state-message";
import { showToast } from "@/components/ui/toast";
import { isFailedRequest } from "@/lib/client/api";
import { paths } from "@/lib/client/paths";
import { switchLocation } from "@/lib/client/session";
import type { LeadLocationAnswer } from "@/lib/dialects/native/leads";
import { messages } from "./messages";
import { leadLocationQuery } from "./queries";

/** Whether a lead that was asked for is not there, or not any more. */
export const isMissing = (error: unknown): boolean => isFailedRequest(error) && error.status === 404;

/** What the page of a lead says that is not here: in which other location it is, where the person may see it there. */
export function MissingLead({ leadId }: { leadId: string }) {
  const { data: elsewhere, isPending } = useQuery(leadLocationQuery(leadId));
  if (isPending) return <div aria-busy className="h-80" />;
  const back = (
    <Link href={paths.leads()} className={buttonClass()}>
      {messages.back}
    </Link>
  );
  if (!elsewhere) {
    return (
      <StateMessage live icon={<FileQuestion />} title={messages.missingTitle} className="py-32" action={back}>
        {messages.missingHint}
      </StateMessage>
    );
  }
  return (
    <StateMessage
      live
      icon={<Building2 />}
      title={messages.elsewhereTitle(elsewhere.name)}
      className="py-32"
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <SwitchButton location={elsewhere} />
          {back}
        </div>
      }
    >
      {messages.elsewhereHint}
    </StateMessage>
  );
}

function SwitchButton({ location: { id, name } }: { location: LeadLocationAnswer }) {
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      await switchLocation(id);
      // A new page, so that nothing of the other location stays in memory.
      window.location.reload();
    } catch (error) {
      setBusy(false);
      showToast({
        tone: "negative",
        title: messages.switchFailed(name),
        description: error instanceof Error ? error.message : undefined,
      });
    }
  };
  return (
    <Button variant="primary" busy={busy} onClick={() => void go()}>
      {messages.switchTo(name)}
    </Button>
  );
}
