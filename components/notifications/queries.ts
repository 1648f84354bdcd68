import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { NotificationsAnswer, PreferencesAnswer, UnreadAnswer } from "@/lib/dialects/native/notifications";

const path = "/api/app/notifications";

export type NotificationItem = NotificationsAnswer["items"][number];

/** How many notifications are unread. Live updates read it again. */
export const unreadQuery = () =>
  queryOptions({
    queryKey: ["notifications", "unread"],
    queryFn: ({ signal }) => api<UnreadAnswer>(`${path}/unread`, { signal }),
  });

/** What the person was told of, page after page. */
export const notificationsQuery = () =>
  infiniteQueryOptions({
    queryKey: ["notifications", "list"],
    queryFn: ({ pageParam, signal }) =>
      api<NotificationsAnswer>(pageParam === "" ? path : `${path}?cursor=${pageParam}`, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });

/** How the person wants to be told of what. */
export const preferencesQuery = () =>
  queryOptions({
    queryKey: ["notification-preferences"],
    queryFn: ({ signal }) => api<PreferencesAnswer>(`${path}/preferences`, { signal }),
  });
