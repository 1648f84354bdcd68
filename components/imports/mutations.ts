import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/client/api";
import type { ImportAnswer, PlanBody } from "@/lib/dialects/native/imports";
import { messages } from "./messages";
import { importQuery } from "./queries";

/** Uploads a file. Answers the import that it becomes. */
export const useUpload = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      api<ImportAnswer>(`/api/app/imports?${new URLSearchParams({ fileName: file.name.slice(-255) || "leads.csv" })}`, {
        method: "POST",
        file,
      }),
    onSuccess: (made) => client.setQueryData(importQuery(made.id).queryKey, made),
    onSettled: () => client.invalidateQueries({ queryKey: ["imports", "list"] }),
  });
};

/** Says how a file is read, and runs it dry. */
export function useCheck(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (plan: PlanBody) => {
      await api(`/api/app/imports/${id}`, { method: "PUT", body: plan });
      return api<ImportAnswer>(`/api/app/imports/${id}/preview`, { method: "POST" });
    },
    onSuccess: (checked) => client.setQueryData(importQuery(id).queryKey, checked),
  });
}

type Step = "start" | "cancel" | "undo";

const failures: Record<Step, string> = {
  start: messages.failedStart,
  cancel: messages.failedCancel,
  undo: messages.failedUndo,
};

/** Starts, cancels or undoes an import. */
export function useImportStep(id: string, step: Step) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api<ImportAnswer>(`/api/app/imports/${id}/${step}`, { method: "POST" }),
    onSuccess: (next) => client.setQueryData(importQuery(id).queryKey, next),
    onError: (error) => showToast({ tone: "negative", title: failures[step], description: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey: ["imports"] }),
  });
}
