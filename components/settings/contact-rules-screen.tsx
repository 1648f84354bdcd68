"use client";

import { useQuery } from "@tanstack/react-query";
import { QueryFailure } from "@/components/fields/query-failure";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
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
        <div aria-busy className="flex flex-col gap-4">
          <span className="sr-only">{messages.loading}</span>
          <Skeleton className="w-72" />
          <Skeleton className="w-60" />
        </div>
      )}
    </Section>
  );
}
