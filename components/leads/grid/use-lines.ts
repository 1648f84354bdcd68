import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { useLatest } from "@/components/ui/use-latest";
import { lineAt } from "./lines";

type Lines = {
  /** The element that holds the lines, in one that scrolls: the grid. */
  body: RefObject<HTMLElement | null>;
  /** Where each line stands (`topsOf`). */
  tops: Float64Array;
  /** How far down the list begins, and the way to remember how far down it is. */
  initialOffset: number;
  onScrolled: (offset: number) => void;
};

/** How high a window is taken to be until it is measured. */
const likelyHeight = 760;

/** The first and the last line in sight of a list that scrolls. It is drawn anew when these are others, and not with every pixel. */
export function useLines({ body, tops, initialOffset, onScrolled }: Lines): { first: number; last: number } {
  const [sight, setSight] = useState({ offset: initialOffset, height: likelyHeight });
  const latest = useLatest({ tops, onScrolled });
  useLayoutEffect(() => {
    const scroller = body.current?.closest('[role="grid"]');
    if (!scroller) return undefined;
    if (initialOffset > 0) scroller.scrollTop = initialOffset;
    const look = () => {
      const { scrollTop: offset, clientHeight: height } = scroller;
      const present = linesIn(latest.current.tops, { offset, height });
      setSight((before) => {
        const known = linesIn(latest.current.tops, before);
        return known.first === present.first && known.last === present.last ? before : { offset, height };
      });
      latest.current.onScrolled(offset);
    };
    const resized = new ResizeObserver(look);
    resized.observe(scroller);
    scroller.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      scroller.removeEventListener("scroll", look);
    };
    // Where it begins counts once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [body, latest]);
  // What is remembered with the offset may change without it.
  useEffect(() => {
    const scroller = body.current?.closest('[role="grid"]');
    if (scroller) onScrolled(scroller.scrollTop);
  }, [body, onScrolled]);
  return linesIn(tops, sight);
}

const linesIn = (tops: Float64Array, { offset, height }: { offset: number; height: number }) => ({
  first: lineAt(tops, offset),
  last: lineAt(tops, offset + height),
});
