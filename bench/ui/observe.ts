import type { Page } from "@playwright/test";

/** What a browser noticed since the page began, or since it was asked last. */
export type Observed = {
  /** When the largest part was painted, in milliseconds from the start of the navigation. */
  paint: number;
  shift: number;
  /** The longest task, and how many there were of 50 ms or more. */
  longestTask: number;
  longTasks: number;
  /** The slowest interaction, from the event to the frame that shows it. */
  slowest: number;
};

/** Makes the page notice: paints, shifts, long tasks, interactions. Before it is opened. */
export async function observe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Observed = { paint: 0, shift: 0, longestTask: 0, longTasks: 0, slowest: 0 };
    Object.assign(window, { leadwrightSeen: seen });
    const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) take(entry);
      }).observe({ type, buffered: true, ...(type === "event" && { durationThreshold: 16 }) });
    watch("largest-contentful-paint", ({ startTime }) => {
      seen.paint = startTime;
    });
    watch("layout-shift", (entry) => {
      if ("value" in entry && "hadRecentInput" in entry && !entry.hadRecentInput) seen.shift += Number(entry.value);
    });
    watch("longtask", ({ duration }) => {
      seen.longTasks += 1;
      seen.longestTask = Math.max(seen.longestTask, duration);
    });
    watch("event", (entry) => {
      if ("interactionId" in entry && entry.interactionId) seen.slowest = Math.max(seen.slowest, entry.duration);
    });
  });
}

/** What was noticed, which is forgotten then. */
export function takeObserved(page: Page): Promise<Observed> {
  return page.evaluate(
    () =>
      new Promise<Observed>((resolve) => {
        // Entries come after the frame that they are about.
        requestAnimationFrame(() =>
          setTimeout(() => {
            // Put there by `observe`.
            const { leadwrightSeen: seen } = window as unknown as { leadwrightSeen: Observed };
            resolve({ ...seen });
            Object.assign(seen, { shift: 0, longestTask: 0, longTasks: 0, slowest: 0 });
          }, 100),
        );
      }),
  );
}
