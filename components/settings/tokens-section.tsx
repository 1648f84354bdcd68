"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { StateMessage } from "@/components/ui/state-message";
import { messages } from "./messages";
import { keysQuery } from "./queries";
import { type Token, type TokenColumn, TokensTable } from "./tokens-table";

type TokensSectionProps = {
  title: string;
  hint: string;
  /** What can be done beside the title. */
  action: ReactNode;
  /** Whether a token belongs here. */
  isMine: (token: Token) => boolean;
  /** What is said where there is none. */
  empty: { icon: ReactNode; title: string; hint: string };
  /** What the first column is called. */
  name: string;
  columns: readonly TokenColumn[];
  /** What can be done with a token, beside revoking it. */
  renderActions?: (token: Token) => ReactNode;
};

/** Secrets that programs call the API with, of one kind. */
export function TokensSection({ title, hint, action, isMine, empty, ...table }: TokensSectionProps) {
  const { data, error, refetch } = useQuery(keysQuery());
  const tokens = data?.keys.filter(isMine) ?? [];
  return (
    <Section title={title} hint={hint} action={action}>
      <Card flush className="overflow-x-auto">
        {error && !data ? (
          <QueryFailure error={error} title={messages.failedKeys} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingLines />
        ) : tokens.length === 0 ? (
          <StateMessage icon={empty.icon} title={empty.title}>
            {empty.hint}
          </StateMessage>
        ) : (
          <TokensTable answer={{ ...data, keys: tokens }} {...table} />
        )}
      </Card>
    </Section>
  );
}
