/** Something that was measured, and the most it may be. */
export type Figure = { screen: string; name: string; value: number; unit: "kB" | "ms" | ""; most: number };

/** What the screens are meant to keep to. */
export const budgets = {
  /** The bodies of the scripts that the page of a first visit names, compressed as they are transferred, in kB. */
  script: 180,
  /** Until the largest part of the page is painted, on a throttled connection and processor. */
  paint: 1200,
  /** How much of the page moved by itself (the layout shift score). */
  shift: 0,
  /** From a key or a click to the next frame. */
  interaction: 100,
  /** The longest task while scrolling: a longer one is felt. */
  task: 50,
} as const;

/** The figures as text for a terminal, a line each, with what they may be beside them. */
export function describeFigures(figures: readonly Figure[]): string {
  const rows = figures.map(({ screen, name, value, unit, most }) => [
    screen,
    name,
    `${value.toFixed(unit === "" ? 3 : unit === "kB" ? 1 : 0)} ${unit}`.trim(),
    `${most} ${unit}`.trim(),
    value <= most ? "" : "over",
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, column) =>
          column === 2 || column === 3 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
