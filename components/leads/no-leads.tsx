import { SearchX, UserRound, UsersRound } from "lucide-react";
import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";

type NoLeadsProps = {
  /** Why there is none: nothing matches, none is the person's own, or there is none at all. */
  why: "filtered" | "mine" | "none";
  /** The filters that are about something which is not there any more. */
  gone: readonly string[];
  onClear: () => void;
  onShowAll: () => void;
  onAdd: () => void;
  /** Whether the person may import. */
  mayImport: boolean;
};

/** What the list says when there is nothing in it, and what to do about that. */
export function NoLeads({ why, gone, onClear, onShowAll, onAdd, mayImport }: NoLeadsProps) {
  const add = (
    <Button variant="primary" onClick={onAdd}>
      {messages.add}
    </Button>
  );
  switch (why) {
    case "filtered":
      return (
        <StateMessage
          live
          icon={<SearchX />}
          title={messages.noMatchTitle}
          className="py-20"
          action={<Button onClick={onClear}>{messages.clear}</Button>}
        >
          {gone.length === 0 ? messages.noMatchHint : gone.map((part) => <p key={part}>{messages.goneValue(part)}</p>)}
        </StateMessage>
      );
    case "mine":
      return (
        <StateMessage
          live
          icon={<UserRound />}
          title={messages.mineTitle}
          className="py-20"
          action={
            <div className="flex flex-wrap justify-center gap-2">
              {add}
              <Button onClick={onShowAll}>{messages.showAll}</Button>
            </div>
          }
        >
          {messages.mineHint}
        </StateMessage>
      );
    case "none":
      return (
        <StateMessage
          icon={<UsersRound />}
          title={messages.noneTitle}
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
                {messages.noneAction}
              </a>
            </div>
          }
        >
          {messages.noneHint}
        </StateMessage>
      );
  }
}
