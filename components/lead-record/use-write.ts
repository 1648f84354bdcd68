import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import { messages } from "./messages";

type Writing = { method: "POST" | "PATCH" | "DELETE"; path: string; body?: unknown; done: string; failed?: string };

/**
 * Writes something of a lead, says that it was done, with the way back, and has the screen look again.
 * Answers what the server did, or throws why it did not: a toast has said so already, unless the caller
 * shows it itself (`tells`).
 */
export function useWrite(leadId: string) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const [isBusy, setIsBusy] = useState(false);
  const send = async <Answer extends object>(
    { method, path, body, done, failed }: Writing,
    tells: (error: unknown) => boolean = () => true,
  ): Promise<Answer> => {
    setIsBusy(true);
    try {
      const answer = await write<Answer>(path, { method, body });
      offerUndo({ title: done, answers: [answer] });
      return answer;
    } catch (error) {
      if (tells(error) && error instanceof Error)
        showToast({ tone: "negative", title: failed ?? messages.actionFailed, description: error.message });
      throw error;
    } finally {
      setIsBusy(false);
      void Promise.all(
        [["lead", leadId], ["leads"], ["board"], ["tasks"], ["bin"]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    }
  };
  /** The same for buttons, which have said what is wrong once the toast has. */
  const tell = (writing: Writing): void => void send(writing).catch(() => {});
  return { send, tell, isBusy };
}
