import { SearchX, UserRound, UsersRound } from "lucide-react";
import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import type { Part } from "@/lib/leads/query/model";
import { goneIn, sayPart } from "./filter/describe";
import type { FilterChoices } from "./filter/fields";
import { laterMessages } from "./later-messages";
import { messages } from "./messages";

type NoLeadsProps = {
  /** Why there is none: nothing matches, none is the person's own, or there is none at all. */
  why: "filtered" | "mine" | "none";
  /** What is filtered, of which some may be about something that is not there any more. */
  parts: readonly Part[];
  known: FilterChoices;
  onClear: () => void;
  onShowAll: () => void;
  onAdd: () => void;
  /** Whether the person may import. */
  mayImport: boolean;
};

/** What the list says when there is nothing in it, and what to do about that. */
export function NoLeads({ why, parts, known, onClear, onShowAll, onAdd, mayImport }: NoLeadsProps) {
  const add = (
    <Button variant="primary" onClick={onAdd}>
      {messages.add}
    </Button>
  );
  switch (why) {
    case "filtered": {
      const gone = known.choices
        ? parts.flatMap((part) => goneIn(part, known)).map((part) => sayPart(part, known))
        : [];
      return (
        <StateMessage
          live
          icon={<SearchX />}
          title={laterMessages.noMatchTitle}
          className="py-20"
          action={<Button onClick={onClear}>{messages.clear}</Button>}
        >
          {gone.length === 0
            ? laterMessages.noMatchHint
            : gone.map((part) => <p key={part}>{laterMessages.goneValue(part)}</p>)}
        </StateMessage>
      );
    }
    case "mine":
      return (
        <StateMessage
          live
          icon={<UserRound />}
          title={laterMessages.mineTitle}
          className="py-20"
          action={
            <div className="flex flex-wrap justify-center gap-2">
              {add}
              <Button onClick={onShowAll}>{messages.showAll}</Button>
            </div>
          }
        >
          {laterMessages.mineHint}
        </StateMessage>
      );
    case "none":
      return (
        <StateMessage
          icon={<UsersRound />}
          title={laterMessages.noneTitle}
          className="py-20"
          action={
            <div className="flex flex-wrap justify-center gap-2">
              {add}
              {mayImport && (
                <Link href={paths.imports()} className={buttonClass()}>
                  {messages.importLeads}
                </Link>
              )}
              <a href={paths.apiReference()} className={buttonClass({ variant: "quiet" })}>
                {laterMessages.noneAction}
              </a>
            </div>
          }
        >
          {laterMessages.noneHint}
        </StateMessage>
      );
  }
}
