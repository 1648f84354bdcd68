"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { QueryFailure } from "@/components/fields/query-failure";
import { write } from "@/components/fields/write";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { showToast } from "@/components/ui/toast";
import type { PreferencesAnswer } from "@/lib/dialects/native/notifications";
import type { NotificationPreference } from "@/lib/notifications/model";
import { preferenceMessages as messages } from "./preference-messages";
import { preferencesQuery } from "./queries";

/** What the person wants to be told of, and how. Each choice holds at once. */
export function NotificationPreferences() {
  const { data, error, refetch } = useQuery(preferencesQuery());
  const save = useSave();
  return (
    <Section title={messages.title} hint={messages.hint}>
      <Card flush>
        {error && !data ? (
          <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingLines />
        ) : (
          <table className="w-full text-sm">
            <thead>
              <tr className="text-ink-muted border-line border-b text-xs">
                <th scope="col" className="px-4 py-2 text-left font-medium">
                  {messages.what}
                </th>
                <th scope="col" className="px-4 py-2 font-medium">
                  {messages.inApp}
                </th>
                <th scope="col" className="px-4 py-2 font-medium">
                  {messages.byMail}
                </th>
              </tr>
            </thead>
            <tbody className="divide-line divide-y">
              {data.preferences.map((preference) => (
                <tr key={preference.kind}>
                  <th scope="row" className="px-4 py-2.5 text-left font-normal">
                    {messages.kinds[preference.kind]}
                  </th>
                  {(["inApp", "byMail"] as const).map((way) => (
                    <td key={way} className="px-4 py-2.5 text-center">
                      <input
                        type="checkbox"
                        aria-label={`${messages.kinds[preference.kind]}: ${messages[way]}`}
                        checked={preference[way]}
                        onChange={(event) => save.mutate({ ...preference, [way]: event.target.checked })}
                        className="accent-accent mx-auto block size-4 pointer-coarse:size-6"
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
    </Section>
  );
}

/** Sets one preference: at once on screen, and as it was when the server refuses. */
function useSave() {
  const client = useQueryClient();
  const { queryKey } = preferencesQuery();
  return useMutation({
    mutationFn: (body: NotificationPreference) =>
      write<PreferencesAnswer>("/api/app/notifications/preferences", { method: "PUT", body }),
    onMutate: async (changed) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(
        queryKey,
        (known: PreferencesAnswer | undefined) =>
          known && { preferences: known.preferences.map((each) => (each.kind === changed.kind ? changed : each)) },
      );
      return { before };
    },
    onError: (error, _changed, kept) => {
      client.setQueryData(queryKey, kept?.before);
      showToast({ tone: "negative", title: messages.failedSave, description: error.message });
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
