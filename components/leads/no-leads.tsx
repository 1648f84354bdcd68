import { SearchX, UsersRound } from "lucide-react";
import { Button, buttonClass } from "@/components/ui/button";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";

/** What the list says when there is nothing in it: nothing matches, or there is nothing yet. */
export function NoLeads({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  return isFiltered ? (
    <StateMessage
      live
      icon={<SearchX />}
      title={messages.noMatchTitle}
      className="py-20"
      action={<Button onClick={onClear}>{messages.clear}</Button>}
    >
      {messages.noMatchHint}
    </StateMessage>
  ) : (
    <StateMessage
      icon={<UsersRound />}
      title={messages.noneTitle}
      className="py-20"
      action={
        <a href={paths.apiReference()} className={buttonClass({ variant: "primary" })}>
          {messages.noneAction}
        </a>
      }
    >
      {messages.noneHint}
    </StateMessage>
  );
}
