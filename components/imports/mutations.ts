import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useUpload } from "@/components/fields/use-upload";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import type { ImportAnswer, PlanBody } from "@/lib/dialects/native/imports";
import { messages } from "./messages";
import { importQuery } from "./queries";

/** Uploads a file of leads, and goes on to the import that it becomes. */
export function useUploadImport() {
  const client = useQueryClient();
  const router = useRouter();
  return useUpload<ImportAnswer>({
    path: "/api/app/imports",
    onSuccess: (made) => {
      client.setQueryData(importQuery(made.id).queryKey, made);
      router.push(paths.import(made.id));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["imports", "list"] }),
  });
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

const failures = { start: "failedStart", cancel: "failedCancel", undo: "failedUndo" } as const;

/** Starts, cancels or undoes an import. */
export function useImportStep(id: string, step: Step) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => write<ImportAnswer>(`/api/app/imports/${id}/${step}`, { method: "POST" }),
    onSuccess: (next) => client.setQueryData(importQuery(id).queryKey, next),
    onError: (error) => showToast({ tone: "negative", title: messages[failures[step]], description: error.message }),
    onSettled: () => client.invalidateQueries({ queryKey: ["imports"] }),
  });
}
