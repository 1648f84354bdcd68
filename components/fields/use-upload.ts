import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { upload } from "@/lib/client/upload";
import { withSession } from "./write";

type UploadOptions<Answer> = {
  /** Where the API takes it; it is told the file's name as well. */
  path: string;
  onSuccess?: (answer: Answer) => void;
  onSettled?: () => Promise<void>;
};

/** Uploads a file, and says how much of it has left, from 0 to 1; `stop` gives it up. */
export function useUpload<Answer>({ path, onSuccess, onSettled }: UploadOptions<Answer>) {
  const [sent, setSent] = useState(0);
  const controller = useRef<AbortController>(null);
  const mutation = useMutation({
    mutationFn: (file: File) => {
      const { signal } = (controller.current = new AbortController());
      const query = new URLSearchParams(file.name ? { fileName: file.name.slice(-255) } : {});
      setSent(0);
      return withSession(() => upload<Answer>(`${path}?${query}`, { body: file, onProgress: setSent, signal }));
    },
    onSuccess,
    onSettled,
  });
  const stop = () => {
    controller.current?.abort();
    mutation.reset();
  };
  return { ...mutation, sent, stop };
}
