"use client";

import { Plug } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { messages } from "./messages";
import { NewIntegrationDialog } from "./new-integration-dialog";
import { RotateIntegration } from "./rotate-integration";
import { TokensSection } from "./tokens-section";
import type { Token, TokenColumn } from "./tokens-table";

const columns = (): readonly TokenColumn[] => [
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

/** The private integrations that call the HighLevel-compatible API: what each may do, and what it opens. */
export function IntegrationsSection() {
  // Here and not in its row: a token that is over when it has a successor leaves the list while that is shown.
  const [rotated, setRotated] = useState<Token | null>(null);
  const [isRotating, setIsRotating] = useState(false);
  return (
    <>
      <TokensSection
        title={messages.integrations}
        hint={messages.integrationsHint}
        action={<NewIntegrationDialog />}
        isMine={({ kind }) => kind === "private_integration"}
        empty={{ icon: <Plug />, title: messages.noIntegrationsTitle, hint: messages.noIntegrationsHint }}
        name={messages.integration}
        columns={columns()}
        renderActions={(token) =>
          // One that was given a successor ends by itself.
          token.expiresAt === null && (
            <Button
              size="small"
              aria-label={messages.rotateLabel(token.name)}
              onClick={() => {
                setRotated(token);
                setIsRotating(true);
              }}
            >
              {messages.rotate}
            </Button>
          )
        }
      />
      {rotated && (
        <RotateIntegration key={rotated.id} integration={rotated} open={isRotating} onOpenChange={setIsRotating} />
      )}
    </>
  );
}
