import { useMutation, useQueryClient } from "@tanstack/react-query";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import type { InviteMemberBody, MembersAnswer, TeamAnswer, UpdateMemberBody } from "@/lib/dialects/native/members";
import { messages } from "./messages";
import { membersQuery } from "./queries";

const { queryKey } = membersQuery();

/** Changes what a member may do and see: shown at once, and put back when it is refused. */
export function useUpdateMember() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, changes }: { userId: string; name: string; changes: UpdateMemberBody }) =>
      write(`/api/app/members/${userId}`, { method: "PATCH", body: changes }),
    onMutate: async ({ userId, changes: { active, ...shown } }) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(
        queryKey,
        (known: MembersAnswer | undefined) =>
          known && {
            ...known,
            members: known.members.map((member) => (member.userId === userId ? { ...member, ...shown } : member)),
          },
      );
      return { before };
    },
    onSuccess: (_answer, { name }) => showToast({ title: messages.changed(name) }),
    onError: (error, { name }, kept) => {
      client.setQueryData(queryKey, kept?.before);
      showToast({ tone: "negative", title: messages.failedChange(name), description: error.message });
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

/** Invites somebody, by mail. */
export function useInviteMember() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: InviteMemberBody) => write<object>("/api/app/members", { method: "POST", body }),
    onSuccess: (_answer, { email }) => showToast({ title: messages.invitedToast(email) }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

/** Sends an invitation again, or takes it back. */
export function useInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, method }: { userId: string; name: string; method: "POST" | "DELETE" }) =>
      write(`/api/app/members/${userId}/invitation`, { method }),
    onSuccess: (_answer, { name, method }) =>
      showToast({ title: method === "POST" ? messages.resent(name) : messages.revoked(name) }),
    onError: (error, { name }) =>
      showToast({ tone: "negative", title: messages.failedChange(name), description: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

/** Takes the authenticator app from a member who has lost it. */
export function useResetSecondFactor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ userId }: { userId: string; name: string }) =>
      write(`/api/app/members/${userId}/second-factor`, { method: "DELETE" }),
    onSuccess: (_answer, { name }) => showToast({ title: messages.wasReset(name) }),
    onError: (error, { name }) =>
      showToast({ tone: "negative", title: messages.failedChange(name), description: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

/** Makes a team, or gives the one with this id another name. */
export function useSaveTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { id?: string; name: string }) =>
      id
        ? write<TeamAnswer>(`/api/app/teams/${id}`, { method: "PATCH", body: { name } })
        : write<TeamAnswer>("/api/app/teams", { method: "POST", body: { name } }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}

/** Removes a team. */
export function useRemoveTeam() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: TeamAnswer) => write(`/api/app/teams/${id}`, { method: "DELETE" }),
    onSuccess: (_answer, { name }) => showToast({ title: messages.removed(name) }),
    onError: (error, { name }) =>
      showToast({ tone: "negative", title: messages.failedRemove(name), description: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
