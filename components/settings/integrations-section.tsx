"use client";

import { Plug } from "lucide-react";
import { messages } from "./messages";
import { NewIntegrationDialog } from "./new-integration-dialog";
import { RotateIntegration } from "./rotate-integration";
import { TokensSection } from "./tokens-section";
import type { Token, TokenColumn } from "./tokens-table";

const columns: readonly TokenColumn[] = [
  {
    head: messages.opens,
    cell: ({ companyWide }) => (companyWide ? messages.resources.company : messages.resources.location),
  },
  {
    head: messages.scopes,
    cell: ({ scopes }) => (
      <span className="figures" title={scopes.join(" ")}>
        {messages.scopeCount(scopes.length)}
      </span>
    ),
  },
];

/** One that was given a successor ends by itself. */
const rotation = ({ id, name, expiresAt }: Token) => expiresAt === null && <RotateIntegration id={id} name={name} />;

/** The private integrations that call the HighLevel-compatible API: what each may do, and what it opens. */
export function IntegrationsSection() {
  return (
    <TokensSection
      title={messages.integrations}
      hint={messages.integrationsHint}
      action={<NewIntegrationDialog />}
      isMine={({ kind }) => kind === "private_integration"}
      empty={{ icon: <Plug />, title: messages.noIntegrationsTitle, hint: messages.noIntegrationsHint }}
      name={messages.integration}
      columns={columns}
      actions={rotation}
    />
  );
}
