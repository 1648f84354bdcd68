import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { ContactRules } from "@/lib/dialects/native/contact-rules";
import type { LocationSettingsAnswer } from "@/lib/dialects/native/location-settings";
import type { SessionsAnswer } from "@/lib/dialects/native/session";
import type { KeysAnswer, OutboxAnswer } from "@/lib/dialects/native/settings";

/** The browsers the person is signed in with. */
export const sessionsQuery = () =>
  queryOptions({
    queryKey: ["sessions"],
    queryFn: ({ signal }) => api<SessionsAnswer>("/api/app/sessions", { signal }),
  });

/** The keys of the location. */
export const keysQuery = () =>
  queryOptions({ queryKey: ["keys"], queryFn: ({ signal }) => api<KeysAnswer>("/api/app/keys", { signal }) });

/** By what the location knows a person. */
export const contactRulesQuery = () =>
  queryOptions({
    queryKey: ["contact-rules"],
    queryFn: ({ signal }) => api<ContactRules>("/api/app/contact-rules", { signal }),
  });

/** What the location is called, and by which customs it works. */
export const locationSettingsQuery = () =>
  queryOptions({
    queryKey: ["location-settings"],
    queryFn: ({ signal }) => api<LocationSettingsAnswer>("/api/app/location-settings", { signal }),
  });

/** The location's mail, page after page. */
export const outboxQuery = () =>
  infiniteQueryOptions({
    queryKey: ["outbox"],
    queryFn: ({ pageParam, signal }) =>
      api<OutboxAnswer>(`/api/app/outbox${pageParam && `?${new URLSearchParams({ after: pageParam })}`}`, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
