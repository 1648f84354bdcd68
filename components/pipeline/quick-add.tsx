"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type SubmitEvent, useRef, useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { Input } from "@/components/ui/input";
import { showToast } from "@/components/ui/toast";
import { useFocusBack } from "@/components/ui/use-focus-back";
import { isFailedRequest } from "@/lib/client/api";
import type { BoardAnswer, CardsAnswer } from "@/lib/dialects/native/board";
import { putCards, refreshHeads } from "./board-cache";
import { useBoard } from "./board-context";
import { messages } from "./messages";

type QuickAddProps = { stage: BoardAnswer["columns"][number]; isOpen: boolean };

/** The foot of a column: a line to add leads with, one after the other. What could not be added stays written. */
export function QuickAdd({ stage, isOpen }: QuickAddProps) {
  const { search, setAdding } = useBoard();
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const [name, setName] = useState("");
  const opener = useRef<HTMLButtonElement>(null);
  useFocusBack(isOpen, () => opener.current?.focus());

  const add = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = name.trim();
    if (!wanted) return;
    setName("");
    try {
      const body = { stageId: stage.id, name: wanted };
      const answer = await write<CardsAnswer>("/api/app/board/cards", { method: "POST", body });
      putCards(client, search, answer.cards);
      void refreshHeads(client);
      offerUndo({ title: messages.added(wanted), answers: [answer] });
    } catch (error) {
      setName((now) => now || wanted);
      showToast({
        tone: "negative",
        title: messages.notAdded(wanted),
        description: isFailedRequest(error) ? error.message : messages.unknownFailure,
      });
    }
  };
  if (!isOpen)
    return (
      <button
        ref={opener}
        type="button"
        data-foot
        onClick={() => setAdding(stage.id)}
        className="text-ink-muted hover:bg-hover hover:text-ink m-1.5 flex h-8 shrink-0 items-center gap-2 rounded-md px-2 text-sm transition-colors pointer-coarse:h-11"
      >
        <Plus aria-hidden className="size-4" />
        {messages.add}
        <span className="sr-only">{messages.toStage(stage.name)}</span>
      </button>
    );
  return (
    <form data-foot onSubmit={(event) => void add(event)} className="shrink-0 p-2">
      <Input
        autoFocus
        aria-label={messages.addTo(stage.name)}
        placeholder={messages.addName}
        value={name}
        maxLength={255}
        onChange={({ target }) => setName(target.value)}
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
