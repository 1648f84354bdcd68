import { Unlink } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import type { FilterChoices } from "@/components/leads/filter/fields";
import { messages as leadMessages } from "@/components/leads/messages";
import type { ViewSettings } from "@/components/leads/state/search-params";
import { Button } from "@/components/ui/button";
import { StateMessage } from "@/components/ui/state-message";
import { type AskedWrongly, askedWrongly } from "./asked-wrongly";
import { wrongMessages as messages } from "./messages";

type WrongListProps = {
  error: Error;
  settings: ViewSettings;
  known: FilterChoices;
  onShowRest: (rest: AskedWrongly["rest"]) => void;
  onShowAll: () => void;
  onRetry: () => void;
};

/** Stands in the place of a list that was asked for something that is not there: what, and how to go on. */
export function WrongList({ error, settings, known, onShowRest, onShowAll, onRetry }: WrongListProps) {
  const wrong = askedWrongly(error, settings, known);
  if (!wrong) return <QueryFailure error={error} title={leadMessages.failed} onRetry={onRetry} className="py-20" />;
  return (
    <StateMessage
      live
      icon={<Unlink />}
      title={messages.title}
      className="py-20"
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <Button variant="primary" onClick={() => onShowRest(wrong.rest)}>
            {messages.showRest}
          </Button>
          <Button onClick={onShowAll}>{messages.showAll}</Button>
        </div>
      }
    >
      {wrong.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </StateMessage>
  );
}
