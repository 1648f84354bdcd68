"use client";

import { useQuery } from "@tanstack/react-query";
import { QueryFailure } from "@/components/fields/query-failure";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { LocationForm } from "./location-form";
import { messages } from "./messages";
import { locationSettingsQuery } from "./queries";

/** What the location is called, and by which customs it works. */
export function LocationScreen() {
  const { data, error, refetch } = useQuery(locationSettingsQuery());
  return (
    <Section title={messages.location} hint={messages.locationHint}>
      {error && !data ? (
        <QueryFailure error={error} title={messages.failedLocation} onRetry={() => void refetch()} />
      ) : data ? (
        <LocationForm settings={data} />
      ) : (
        <LoadingLines className="" />
      )}
    </Section>
  );
}
