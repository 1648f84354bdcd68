"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { KeysTable } from "./keys-table";
import { messages } from "./messages";
import { NewKeyDialog } from "./new-key-dialog";
import { keysQuery } from "./queries";

/** The keys that programs call the API with. */
export function DeveloperScreen() {
  const { data, error, refetch } = useQuery(keysQuery());
  const keys = data?.keys.filter(({ kind }) => kind !== "private_integration") ?? [];
  return (
    <Section
      title={messages.keys}
      hint={messages.keysHint}
      action={
        <div className="flex gap-2">
          <a href={paths.apiReference()} className={buttonClass()}>
            {messages.reference}
          </a>
          <NewKeyDialog />
        </div>
      }
    >
      <Card flush className="overflow-x-auto">
        {error && !data ? (
          <QueryFailure error={error} title={messages.failedKeys} onRetry={() => void refetch()} />
        ) : !data ? (
          <div aria-busy className="flex flex-col gap-4 p-4">
            <span className="sr-only">Loading</span>
            <Skeleton className="w-72" />
            <Skeleton className="w-60" />
          </div>
        ) : keys.length === 0 ? (
          <StateMessage icon={<KeyRound />} title={messages.noKeysTitle}>
            {messages.noKeysHint}
          </StateMessage>
        ) : (
          <KeysTable answer={{ ...data, keys }} />
        )}
      </Card>
    </Section>
  );
}
