import { SearchX, UsersRound } from "lucide-react";
import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";

type NoLeadsProps = {
  isFiltered: boolean;
  onClear: () => void;
  /** Whether the person may import. */ mayImport: boolean;
};

/** What the list says when there is nothing in it: nothing matches, or there is nothing yet. */
export function NoLeads({ isFiltered, onClear, mayImport }: NoLeadsProps) {
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
        <div className="flex flex-wrap justify-center gap-2">
          {mayImport && (
            <Link href={paths.imports()} className={buttonClass({ variant: "primary" })}>
              {messages.importLeads}
            </Link>
          )}
          <a href={paths.apiReference()} className={buttonClass({ variant: mayImport ? "secondary" : "primary" })}>
            {messages.noneAction}
          </a>
        </div>
      }
    >
      {messages.noneHint}
    </StateMessage>
  );
}
