"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { Dispatch, SetStateAction, SubmitEvent } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { Input } from "@/components/ui/input";
import { showToast } from "@/components/ui/toast";
import { isFailedRequest } from "@/lib/client/api";
import type { BoardAnswer, CardsAnswer } from "@/lib/dialects/native/board";
import { putCards, refreshHeads } from "./board-cache";
import { useBoard } from "./board-context";
import { messages } from "./messages";

type QuickAddFormProps = {
  stage: BoardAnswer["columns"][number];
  name: string;
  onName: Dispatch<SetStateAction<string>>;
};

/** A line to add leads with, one after the other. What could not be added stays written. */
export function QuickAddForm({ stage, name, onName }: QuickAddFormProps) {
  const { search, setAdding } = useBoard();
  const client = useQueryClient();
  const offerUndo = useUndoable();

  const add = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = name.trim();
    if (!wanted) return;
    onName("");
    try {
      const body = { stageId: stage.id, name: wanted };
      const answer = await write<CardsAnswer>("/api/app/board/cards", { method: "POST", body });
      putCards(client, search, answer.cards);
      void refreshHeads(client);
      offerUndo({ title: messages.added(wanted), answers: [answer] });
    } catch (error) {
      onName((now) => now || wanted);
      showToast({
        tone: "negative",
        title: messages.notAdded(wanted),
        description: isFailedRequest(error) ? error.message : messages.unknownFailure,
      });
    }
  };
  return (
    <form data-foot onSubmit={(event) => void add(event)} className="shrink-0 p-2">
      <Input
        autoFocus
        aria-label={messages.addTo(stage.name)}
        placeholder={messages.addName}
        value={name}
        maxLength={255}
        onChange={({ target }) => onName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          setAdding(null);
        }}
        onBlur={() => name.trim() === "" && setAdding(null)}
      />
      <p className="text-ink-faint mt-1 px-0.5 text-xs">{messages.addHint}</p>
    </form>
  );
}
