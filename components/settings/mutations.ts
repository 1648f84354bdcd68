import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import { isFailedRequest } from "@/lib/client/api";
import type { ContactRules } from "@/lib/dialects/native/contact-rules";
import type { LocationSettingsBody } from "@/lib/dialects/native/location-settings";
import type { SessionsAnswer } from "@/lib/dialects/native/session";
import type {
  CreatedKeyAnswer,
  CreateIntegrationBody,
  CreateKeyBody,
  KeysAnswer,
  RotatedIntegrationAnswer,
} from "@/lib/dialects/native/settings";
import { messages } from "./messages";
import { contactRulesQuery, keysQuery, sessionsQuery } from "./queries";

/** Signs one browser out: it leaves the list at once, and comes back when that did not work. */
export function useEndSession() {
  const client = useQueryClient();
  const { queryKey } = sessionsQuery();
  return useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => write(`/api/app/sessions/${id}`, { method: "DELETE" }),
    onMutate: async ({ id }) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(
        queryKey,
        (known: SessionsAnswer | undefined) =>
          known && { ...known, sessions: known.sessions.filter((session) => session.id !== id) },
      );
      return { before };
    },
    onSuccess: (_answer, { name }) => showToast({ title: messages.signedOutOne(name) }),
    onError: (error, _input, kept) => {
      client.setQueryData(queryKey, kept?.before);
      showToast({ tone: "negative", title: messages.failedSignOut, description: error.message });
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

/** Signs every browser of the person out, this one too. */
export const useEndAllSessions = () =>
  useMutation({
    mutationFn: () => write("/api/app/sessions/end", { method: "POST", body: { keepThis: false } }),
    onError: (error) => showToast({ tone: "negative", title: messages.failedSignOut, description: error.message }),
  });

/** Sets by what the location knows a person. */
export function useSaveContactRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ContactRules) => write<ContactRules>("/api/app/contact-rules", { method: "PUT", body }),
    onSuccess: (answer) => {
      client.setQueryData(contactRulesQuery().queryKey, answer);
      showToast({ title: messages.savedRules });
    },
    onError: (error) => showToast({ tone: "negative", title: messages.failedSaveRules, description: error.message }),
  });
}

/** Sets what the location is called and by which customs it works; every page is written anew by them. */
export function useSaveLocationSettings() {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (body: LocationSettingsBody) => write("/api/app/location-settings", { method: "PUT", body }),
    onSuccess: async () => {
      showToast({ title: messages.savedLocation });
      router.refresh();
      await client.invalidateQueries();
    },
    onError: (error) => {
      // What is wrong with a field is said beside it.
      const isSaidThere = isFailedRequest(error) && Object.keys(error.fields).length > 0;
      if (!isSaidThere) showToast({ tone: "negative", title: messages.failedSaveLocation, description: error.message });
    },
  });
}

/** Makes a key. The answer holds its secret, and nothing else ever does. */
export function useCreateKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateKeyBody) => write<CreatedKeyAnswer>("/api/app/keys", { method: "POST", body }),
    onSettled: () => client.invalidateQueries({ queryKey: keysQuery().queryKey }),
  });
}

/** Makes the token of a private integration. The answer holds it, and nothing else ever does. */
export function useCreateIntegration() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateIntegrationBody) =>
      write<CreatedKeyAnswer>("/api/app/integrations", { method: "POST", body }),
    onSettled: () => client.invalidateQueries({ queryKey: keysQuery().queryKey }),
  });
}

/** Gives a private integration a new token, beside which the one before works for some hours. */
export function useRotateIntegration() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, graceHours }: { id: string; name: string; graceHours: number }) =>
      write<RotatedIntegrationAnswer>(`/api/app/integrations/${id}/rotate`, { method: "POST", body: { graceHours } }),
    onError: (error, { name }) =>
      showToast({ tone: "negative", title: messages.failedRotate(name), description: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey: keysQuery().queryKey }),
  });
}

/** Revokes a key: it leaves the list at once, and comes back when that did not work. */
export function useRevokeKey() {
  const client = useQueryClient();
  const { queryKey } = keysQuery();
  return useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => write(`/api/app/keys/${id}`, { method: "DELETE" }),
    onMutate: async ({ id }) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(
        queryKey,
        (known: KeysAnswer | undefined) => known && { ...known, keys: known.keys.filter((key) => key.id !== id) },
      );
      return { before };
    },
    onSuccess: (_answer, { name }) => showToast({ title: messages.revoked(name) }),
    onError: (error, { name }, kept) => {
      client.setQueryData(queryKey, kept?.before);
      showToast({ tone: "negative", title: messages.failedRevoke(name), description: error.message });
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
