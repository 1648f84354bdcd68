import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { withSession, write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import { upload } from "@/lib/client/upload";
import type { ImportAnswer, PlanBody } from "@/lib/dialects/native/imports";
import { messages } from "./messages";
import { importQuery } from "./queries";

/** Uploads a file, and says how much of it has left, from 0 to 1; `stop` gives it up. Answers the import that it becomes. */
export function useUpload() {
  const client = useQueryClient();
  const [sent, setSent] = useState(0);
  const controller = useRef<AbortController>(null);
  const mutation = useMutation({
    mutationFn: (file: File) => {
      const { signal } = (controller.current = new AbortController());
      const query = new URLSearchParams({ fileName: file.name.slice(-255) || "leads.csv" });
      setSent(0);
      return withSession(() =>
        upload<ImportAnswer>(`/api/app/imports?${query}`, { body: file, onProgress: setSent, signal }),
      );
    },
    onSuccess: (made) => client.setQueryData(importQuery(made.id).queryKey, made),
    onSettled: () => client.invalidateQueries({ queryKey: ["imports", "list"] }),
  });
  const stop = () => {
    controller.current?.abort();
    mutation.reset();
  };
  return { ...mutation, sent, stop };
}

/** Says how a file is read, and runs it dry. */
export function useCheck(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (plan: PlanBody) => {
      await write(`/api/app/imports/${id}`, { method: "PUT", body: plan });
      return write<ImportAnswer>(`/api/app/imports/${id}/preview`, { method: "POST" });
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
    mutationFn: () => write<ImportAnswer>(`/api/app/imports/${id}/${step}`, { method: "POST" }),
    onSuccess: (next) => client.setQueryData(importQuery(id).queryKey, next),
    onError: (error) => showToast({ tone: "negative", title: failures[step], description: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey: ["imports"] }),
  });
}
