import type { ImportFigures } from "./import";
import type { Measurement } from "./measure";

/** What the measurements were made on and with. */
export type Machine = {
  cores: number;
  processor: string;
  memoryMegabytes: number;
  node: string;
  postgres: string;
  date: string;
};

export type Memory = { leads: number; idleMegabytes: number | null; loadMegabytes: number | null };

export type Report = {
  machine: Machine;
  options: object;
  measurements: Measurement[];
  memory: Memory[];
  imports: ImportFigures[];
  secondsToFill: Record<string, number>;
};

/** What the product is meant to reach. */
const goals = {
  read: 0.4,
  write: 0.5,
  growth: 1.5,
  overviewMilliseconds: 50,
  idleMegabytes: 300,
  loadMegabytes: 600,
  importedRows: 5000,
};

/** The report as text for a terminal: a line for each operation and size, with the goals beside the figures. */
export function describeReport({ machine, measurements, memory, imports }: Report): string {
  const smallest = Math.min(...measurements.map(({ leads }) => leads));
  const rows = measurements.map((measured) => {
    const { operation, kind, leads, product, floor, ratio, statements } = measured;
    const base = measurements.find((other) => other.operation === operation && other.leads === smallest);
    const growth = base && leads !== smallest ? product.p95 / base.product.p95 : null;
    return [
      operation,
      leads.toLocaleString("en-US"),
      Math.round(product.throughput).toLocaleString("en-US"),
      Math.round(floor.throughput).toLocaleString("en-US"),
      marked(ratio, goals[kind], "least"),
      product.p50.toFixed(1),
      product.p95.toFixed(1),
      product.p99.toFixed(1),
      floor.p95.toFixed(1),
      growth === null ? "" : marked(growth, goals.growth, "most"),
      String(statements),
      product.failures + floor.failures === 0 ? "" : `${product.failures} / ${floor.failures} failed`,
    ];
  });
  const header = [
    "operation",
    "leads",
    "req/s",
    "floor",
    `ratio (>= ${goals.read} / ${goals.write})`,
    "p50 ms",
    "p95",
    "p99",
    "floor p95",
    `p95 growth (<= ${goals.growth})`,
    "statements",
    "",
  ];
  const overviews = measurements.filter(({ operation }) => operation.startsWith("overview"));
  return [
    `${machine.cores} cores (${machine.processor}), Node ${machine.node}, PostgreSQL ${machine.postgres}, ${machine.date}`,
    "",
    ...(rows.length > 0 ? [table([header, ...rows]), ""] : []),
    ...overviews.map(
      ({ operation, leads, product }) =>
        `${operation} at ${leads.toLocaleString("en-US")} leads: p95 ${marked(product.p95, goals.overviewMilliseconds, "most")} ms (< ${goals.overviewMilliseconds})`,
    ),
    ...memory.map(
      ({ leads, idleMegabytes, loadMegabytes }) =>
        `memory at ${leads.toLocaleString("en-US")} leads: idle ${marked(idleMegabytes, goals.idleMegabytes, "most")} MB (< ${goals.idleMegabytes}), under load ${marked(loadMegabytes, goals.loadMegabytes, "most")} MB (< ${goals.loadMegabytes})`,
    ),
    ...imports.map(
      ({ rows, rowsPerSecond, undonePerSecond, megabytes }) =>
        `import of ${rows.toLocaleString("en-US")} rows: ${marked(rowsPerSecond, goals.importedRows, "least")} rows/s (>= ${goals.importedRows}), undone at ${undonePerSecond.toFixed(0)}/s, at most ${marked(megabytes, goals.loadMegabytes, "most")} MB (< ${goals.loadMegabytes})`,
    ),
  ].join("\n");
}

/** A figure, with a mark when it misses its goal. */
function marked(figure: number | null, goal: number, kind: "least" | "most"): string {
  if (figure === null) return "unknown";
  const isReached = kind === "least" ? figure >= goal : figure <= goal;
  return `${figure >= 10 ? figure.toFixed(0) : figure.toFixed(2)}${isReached ? "" : " !"}`;
}

function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
