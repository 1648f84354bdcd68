"use client";

import { useQuery } from "@tanstack/react-query";
import { Plug } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { StateMessage } from "@/components/ui/state-message";
import { IntegrationsTable } from "./integrations-table";
import { messages } from "./messages";
import { NewIntegrationDialog } from "./new-integration-dialog";
import { keysQuery } from "./queries";

/** The private integrations that call the HighLevel-compatible API. That they are loading or failed to, the list of keys says. */
export function IntegrationsSection() {
  const { data } = useQuery(keysQuery());
  if (!data) return null;
  const keys = data.keys.filter(({ kind }) => kind === "private_integration");
  return (
    <Section title={messages.integrations} hint={messages.integrationsHint} action={<NewIntegrationDialog />}>
      <Card flush className="overflow-x-auto">
        {keys.length === 0 ? (
          <StateMessage icon={<Plug />} title={messages.noIntegrationsTitle}>
            {messages.noIntegrationsHint}
          </StateMessage>
        ) : (
          <IntegrationsTable answer={{ ...data, keys }} />
        )}
      </Card>
    </Section>
  );
}
