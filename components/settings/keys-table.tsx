"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogClose } from "@/components/ui/dialog";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import type { KeysAnswer } from "@/lib/dialects/native/settings";
import { sayAgo, sayDay } from "@/lib/kit/moment";
import { messages } from "./messages";
import { useRevokeKey } from "./mutations";

/** The keys in force: what each is called, for whom it speaks, when it was used last. */
export function KeysTable({ answer: { keys, asOf, timeZone } }: { answer: KeysAnswer }) {
  const now = new Date(asOf);
  return (
    <Table>
      <thead>
        <tr>
          <HeadCell>{messages.key}</HeadCell>
          <HeadCell className="max-sm:hidden">{messages.kind}</HeadCell>
          <HeadCell className="max-sm:hidden">{messages.lastUsed}</HeadCell>
          <HeadCell className="max-md:hidden">{messages.expiresAt}</HeadCell>
          <HeadCell>
            <span className="sr-only">{messages.revoke}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody className="[&>tr:last-child>td]:border-b-0">
        {keys.map((key) => (
          <tr key={key.id}>
            <Cell className="py-2">
              <span className="block font-medium">{key.name}</span>
              <code className="text-ink-faint font-mono text-xs">…{key.hint}</code>
            </Cell>
            <Cell className="max-sm:hidden">{key.userName ?? messages.theLocation}</Cell>
            <Cell className="figures text-ink-muted max-sm:hidden">
              {key.lastUsedAt ? sayAgo(new Date(key.lastUsedAt), now, timeZone) : messages.never}
            </Cell>
            <Cell className="figures text-ink-muted max-md:hidden">
              {key.expiresAt ? sayDay(new Date(key.expiresAt), now, timeZone) : messages.never}
            </Cell>
            <Cell className="text-right">
              <RevokeKey id={key.id} name={key.name} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Revokes a key, once it was confirmed. */
export function RevokeKey({ id, name }: { id: string; name: string }) {
  const revoke = useRevokeKey();
  return (
    <Dialog
      title={messages.revokeTitle(name)}
      description={messages.revokeHint}
      trigger={
        <Button size="small" aria-label={messages.revokeLabel(name)}>
          {messages.revoke}
        </Button>
      }
    >
      <DialogActions>
        <DialogClose>
          <Button>{messages.cancel}</Button>
        </DialogClose>
        <DialogClose>
          <Button variant="danger" onClick={() => revoke.mutate({ id, name })}>
            {messages.revoke}
          </Button>
        </DialogClose>
      </DialogActions>
    </Dialog>
  );
}
