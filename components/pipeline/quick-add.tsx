"use client";

import { Plus } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useFocusBack } from "@/components/ui/use-focus-back";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { useBoard } from "./board-context";
import { messages } from "./messages";

const load = () => import("./quick-add-form");
const QuickAddForm = lazy(() => load().then((module) => ({ default: module.QuickAddForm })));

type QuickAddProps = { stage: BoardAnswer["columns"][number]; isOpen: boolean };

/** The foot of a column: a button that gives way to a line to add leads with. What is written there stays when it closes. */
export function QuickAdd({ stage, isOpen }: QuickAddProps) {
  const { setAdding } = useBoard();
  const [name, setName] = useState("");
  const opener = useRef<HTMLButtonElement>(null);
  useFocusBack(isOpen, () => opener.current?.focus());
  // Fetched once the board is on screen: it must be there when the connection is not.
  useEffect(() => void load().catch(() => {}), []);
  const button = (
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
  return isOpen ? (
    <Suspense fallback={button}>
      <QuickAddForm stage={stage} name={name} onName={setName} />
    </Suspense>
  ) : (
    button
  );
}
