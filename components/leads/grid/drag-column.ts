/** A column that is taken by its head. */
type TakenColumn = {
  head: HTMLElement;
  /** Where the pointer took it, in pixels of the window. */
  startX: number;
  /** Puts it beside another column. */
  onDrop: (beside: string, side: "left" | "right") => void;
};

/** How far the pointer moves before it drags instead of presses. */
const threshold = 5;
/** How near to the edge of the grid it begins to scroll, and by how much each frame. */
const edge = { width: 48, step: 14 };

/**
 * Drags a column until the pointer is let go, or Escape is pressed. Nothing is drawn by React meanwhile:
 * the heads are marked where the column would go.
 */
export function dragColumn({ head, startX, onDrop }: TakenColumn): void {
  const grid = head.closest<HTMLElement>('[role="grid"]');
  if (!grid) return;
  const own = new AbortController();
  const heads = [...grid.querySelectorAll<HTMLElement>("[data-column]")];
  let target: { head: HTMLElement; side: "left" | "right" } | null = null;
  let isDragged = false;
  let x = startX;

  const mark = (next: typeof target) => {
    if (target) delete target.head.dataset["drop"];
    target = next;
    if (target) target.head.dataset["drop"] = target.side;
  };
  const stop = () => {
    own.abort();
    mark(null);
    delete head.dataset["dragged"];
    delete grid.dataset["dragging"];
  };
  const scroll = () => {
    if (own.signal.aborted) return;
    const { left, right } = grid.getBoundingClientRect();
    if (x > right - edge.width) grid.scrollLeft += edge.step;
    else if (x < left + edge.width) grid.scrollLeft -= edge.step;
    mark(targetAt(heads, head, x));
    requestAnimationFrame(scroll);
  };

  const { signal } = own;
  window.addEventListener(
    "pointermove",
    (event) => {
      // Let go before this was fetched, or outside of the window.
      if (event.buttons === 0) {
        stop();
        return;
      }
      x = event.clientX;
      if (isDragged || Math.abs(x - startX) < threshold) return;
      isDragged = true;
      head.dataset["dragged"] = "";
      grid.dataset["dragging"] = "";
      requestAnimationFrame(scroll);
    },
    { signal },
  );
  window.addEventListener(
    "pointerup",
    () => {
      const dropped = isDragged ? target : null;
      if (isDragged) ignoreClick();
      stop();
      const beside = dropped?.head.dataset["column"];
      if (dropped && beside !== undefined) onDrop(beside, dropped.side);
    },
    { signal },
  );
  window.addEventListener("pointercancel", stop, { signal });
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    },
    { signal, capture: true },
  );
}

/** The head that the pointer is over, and which side of it is nearer; null over the column itself. */
function targetAt(heads: readonly HTMLElement[], taken: HTMLElement, x: number) {
  // Heads that stay in sight stand before those that pass below them.
  const over = heads.find((each) => {
    const { left, right } = each.getBoundingClientRect();
    return x >= left && x < right;
  });
  if (!over || over === taken) return null;
  const { left, width } = over.getBoundingClientRect();
  return { head: over, side: x < left + width / 2 ? ("left" as const) : ("right" as const) };
}

/** To let a column go is no press on the head below the pointer. */
function ignoreClick(): void {
  const ignore = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener("click", ignore, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", ignore, { capture: true }));
}
