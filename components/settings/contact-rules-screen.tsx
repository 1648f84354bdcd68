"use client";

import { useQuery } from "@tanstack/react-query";
import { QueryFailure } from "@/components/fields/query-failure";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { ContactRulesForm } from "./contact-rules-form";
import { messages } from "./messages";
import { contactRulesQuery } from "./queries";

/** By what the location knows a person, and whether one may be there twice. */
export function ContactRulesScreen() {
  const { data, error, refetch } = useQuery(contactRulesQuery());
  return (
    <Section title={messages.duplicates} hint={messages.contactsHint}>
      {error && !data ? (
        <QueryFailure error={error} title={messages.failedRules} onRetry={() => void refetch()} />
      ) : data ? (
        <ContactRulesForm rules={data} />
      ) : (
        <LoadingLines className="" />
      )}
    </Section>
  );
}
