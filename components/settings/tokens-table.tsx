"use client";

import type { ReactNode } from "react";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import type { KeysAnswer } from "@/lib/dialects/native/settings";
import { sayAgo, sayDay } from "@/lib/kit/moment";
import { messages } from "./messages";
import { RevokeToken } from "./revoke-token";

/** A key or the token of an integration, as lists show it. */
export type Token = KeysAnswer["keys"][number];

/** What a list says of each token, beside its name and its times. */
export type TokenColumn = { head: string; cell: (token: Token) => ReactNode };

type TokensTableProps = {
  answer: KeysAnswer;
  name: string;
  columns: readonly TokenColumn[];
  renderActions?: (token: Token) => ReactNode;
};

/** Tokens in force: what each is called and may do, when it was used last and how long it works. */
export function TokensTable({ answer: { keys, asOf, timeZone }, name, columns, renderActions }: TokensTableProps) {
  const now = new Date(asOf);
  const lastUsed = ({ lastUsedAt }: Token) =>
    lastUsedAt ? sayAgo(new Date(lastUsedAt), now, timeZone) : messages.never;
  return (
    <div className="@container">
      <Table>
        <thead>
          <tr>
            <HeadCell>{name}</HeadCell>
            {columns.map(({ head }) => (
              <HeadCell key={head} className="@max-xl:hidden">
                {head}
              </HeadCell>
            ))}
            <HeadCell className="@max-xl:hidden">{messages.lastUsed}</HeadCell>
            <HeadCell className="@max-2xl:hidden">{messages.expiresAt}</HeadCell>
            <HeadCell>
              <span className="sr-only">{messages.revoke}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>td]:border-b-0">
          {keys.map((token) => (
            <tr key={token.id} tabIndex={-1} data-list-item>
              <Cell className="py-2">
                <span className="block font-medium break-words">{token.name}</span>
                <code className="text-ink-faint font-mono text-xs">…{token.hint}</code>
                <span className="text-ink-muted block text-xs @xl:hidden">
                  {messages.lastUsedWhen(lastUsed(token))}
                </span>
              </Cell>
              {columns.map(({ head, cell }) => (
                <Cell key={head} className="@max-xl:hidden">
                  {cell(token)}
                </Cell>
              ))}
              <Cell className="figures text-ink-muted @max-xl:hidden">{lastUsed(token)}</Cell>
              <Cell className="figures text-ink-muted @max-2xl:hidden">
                {token.expiresAt ? sayDay(new Date(token.expiresAt), now, timeZone) : messages.never}
              </Cell>
              <Cell className="text-right">
                <span className="inline-flex gap-2 @max-md:flex-col">
                  {renderActions?.(token)}
                  <RevokeToken id={token.id} name={token.name} />
                </span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
