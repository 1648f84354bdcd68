import { UsersRound } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";

/** What a location without a single lead sees first. */
export function NoLeads() {
  return (
    <Card>
      <StateMessage
        icon={<UsersRound />}
        title={messages.emptyTitle}
        action={
          <a href={paths.apiReference()} className={buttonClass({ variant: "primary" })}>
            {messages.emptyAction}
          </a>
        }
      >
        {messages.emptyHint}
      </StateMessage>
    </Card>
  );
}
