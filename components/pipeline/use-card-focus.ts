import { useCallback, useRef } from "react";
import type { Target } from "./columns";

/** So many frames a card that has to be scrolled to is waited for. */
const mostFrames = 20;

type CardFocus = {
  /** Brings a card into sight and gives it the focus, wherever it comes to stand. */
  focus: (cardId: string, target: Target) => void;
  /** Lets a column be asked to scroll to a place. */
  registerColumn: (stageId: string, scrollTo: (index: number) => void) => () => void;
};

/** The focus on the board: cards out of sight are not on the page until they are scrolled to. */
export function useCardFocus(showStage: (stageId: string) => void): CardFocus {
  const columns = useRef(new Map<string, (index: number) => void>());
  const wanted = useRef(0);
  const registerColumn = useCallback((stageId: string, scrollTo: (index: number) => void) => {
    columns.current.set(stageId, scrollTo);
    return () => void columns.current.delete(stageId);
  }, []);
  const focus = useCallback(
    (cardId: string, { stageId, index }: Target) => {
      const turn = ++wanted.current;
      showStage(stageId);
      const look = (frames: number) => {
        if (turn !== wanted.current || frames > mostFrames) return;
        columns.current.get(stageId)?.(index);
        const link = document.querySelector<HTMLElement>(`[data-card="${cardId}"] a`);
        const isThere = link?.closest(`[data-stage="${stageId}"]`);
        if (!link || !isThere) return void requestAnimationFrame(() => look(frames + 1));
        link.focus({ preventScroll: true });
        link.closest("li")?.scrollIntoView({ block: "nearest", inline: "nearest" });
      };
      // After what is shown has changed.
      requestAnimationFrame(() => look(0));
    },
    [showStage],
  );
  return { focus, registerColumn };
}
