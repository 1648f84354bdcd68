"use client";

import { KeyRound } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";
import { NewKeyDialog } from "./new-key-dialog";
import { TokensSection } from "./tokens-section";
import type { TokenColumn } from "./tokens-table";

const columns = (): readonly TokenColumn[] => [
  { head: messages.kind, cell: ({ userName }) => userName ?? messages.theLocation },
];

/** The keys that programs call the API with, and for whom they speak. */
export function KeysSection() {
  return (
    <TokensSection
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
      isMine={({ kind }) => kind !== "private_integration"}
      empty={{ icon: <KeyRound />, title: messages.noKeysTitle, hint: messages.noKeysHint }}
      name={messages.key}
      columns={columns()}
    />
  );
}
