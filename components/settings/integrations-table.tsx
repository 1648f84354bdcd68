"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogClose } from "@/components/ui/dialog";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import type { KeysAnswer } from "@/lib/dialects/native/settings";
import { sayAgo, sayDay } from "@/lib/kit/moment";
import { Choice } from "./choice";
import { RevokeKey } from "./keys-table";
import { messages } from "./messages";
import { useRotateIntegration } from "./mutations";
import { Secret } from "./secret";

/** The private integrations in force: what each may do, what it opens, when it was used last. */
export function IntegrationsTable({ answer: { keys, asOf, timeZone } }: { answer: KeysAnswer }) {
  const now = new Date(asOf);
  return (
    <Table>
      <thead>
        <tr>
          <HeadCell>{messages.integration}</HeadCell>
          <HeadCell className="max-sm:hidden">{messages.opens}</HeadCell>
          <HeadCell className="max-sm:hidden">{messages.scopes}</HeadCell>
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
            <Cell className="max-sm:hidden">
              {key.companyWide ? messages.resources.company : messages.resources.location}
            </Cell>
            <Cell className="figures max-sm:hidden">
              <span title={key.scopes.join(" ")}>{messages.scopeCount(key.scopes.length)}</span>
            </Cell>
            <Cell className="figures text-ink-muted max-sm:hidden">
              {key.lastUsedAt ? sayAgo(new Date(key.lastUsedAt), now, timeZone) : messages.never}
            </Cell>
            <Cell className="figures text-ink-muted max-md:hidden">
              {key.expiresAt ? sayDay(new Date(key.expiresAt), now, timeZone) : messages.never}
            </Cell>
            <Cell className="text-right">
              <span className="inline-flex gap-2">
                {key.expiresAt === null && <RotateIntegration id={key.id} name={key.name} />}
                <RevokeKey id={key.id} name={key.name} />
              </span>
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function RotateIntegration({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  const [grace, setGrace] = useState<keyof typeof messages.graces>("24");
  const rotate = useRotateIntegration();
  const change = (next: boolean) => {
    setOpen(next);
    if (next) rotate.reset();
  };
  return (
    <Dialog
      title={rotate.data ? messages.integrationMadeTitle : messages.rotateTitle(name)}
      description={rotate.data ? messages.keyMadeHint : messages.rotateHint}
      open={open}
      onOpenChange={change}
      trigger={
        <Button size="small" aria-label={messages.rotateLabel(name)}>
          {messages.rotate}
        </Button>
      }
    >
      {rotate.data ? (
        <Secret secret={rotate.data.secret} onDone={() => change(false)} />
      ) : (
        <>
          <Choice label={messages.grace} value={grace} words={messages.graces} onChange={setGrace} />
          <DialogActions>
            <DialogClose>
              <Button>{messages.cancel}</Button>
            </DialogClose>
            <Button
              variant="primary"
              busy={rotate.isPending}
              onClick={() => rotate.mutate({ id, name, graceHours: Number(grace) })}
            >
              {messages.rotate}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
