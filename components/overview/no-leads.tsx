import { UsersRound } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";

/** What a location without a single lead sees first; who may import is shown the way there. */
export function NoLeads({ canImport }: { canImport: boolean }) {
  return (
    <Card>
      <StateMessage
        icon={<UsersRound />}
        title={messages.emptyTitle}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {canImport && (
              <Link href={paths.imports()} className={buttonClass({ variant: "primary" })}>
                {messages.emptyImport}
              </Link>
            )}
            <a href={paths.apiReference()} className={buttonClass()}>
              {messages.emptyAction}
            </a>
          </div>
        }
      >
        {messages.emptyHint}
      </StateMessage>
    </Card>
  );
}
