"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";

type TooltipProps = {
  /** What it says; never the only place that says it. */
  text: ReactNode;
  children: ReactNode;
  side?: "top" | "right";
};

const restMilliseconds = 300;
const gap = 6;

/**
 * A short word about an element, when the pointer rests on it and when it has the focus; Escape
 * hides it. A wrapper without a box of its own listens for what is in it.
 */
export function Tooltip({ text, children, side = "top" }: TooltipProps) {
  const [anchor, setAnchor] = useState<DOMRect | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();
  const hide = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  const show = (wrapper: Element, wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(wrapper.firstElementChild?.getBoundingClientRect() ?? null), wait);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only watches the element inside, which is what people use
    <span
      className="contents"
      aria-describedby={anchor ? id : undefined}
      onPointerEnter={(event) => event.pointerType !== "touch" && show(event.currentTarget, restMilliseconds)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(":focus-visible") && show(event.currentTarget, 0)}
      onBlur={hide}
      onKeyDown={(event) => event.key === "Escape" && hide()}
    >
      {children}
      {anchor &&
        createPortal(
          <span
            id={id}
            role="tooltip"
            style={placeAt(anchor, side)}
            className="bg-raised text-ink shadow-popup pointer-events-none fixed z-50 w-max max-w-72 rounded-lg px-2 py-1 text-xs"
          >
            {text}
          </span>,
          document.body,
        )}
    </span>
  );
}

/** Above the element's middle, kept inside the window, or beside it. */
function placeAt(anchor: DOMRect, side: "top" | "right") {
  if (side === "right") return { left: anchor.right + gap, top: anchor.top + anchor.height / 2, translate: "0 -50%" };
  const middle = anchor.left + anchor.width / 2;
  const share = Math.min(90, Math.max(10, (middle / window.innerWidth) * 100));
  return { left: middle, top: anchor.top - gap, translate: `-${share}% -100%` };
}
