import { startChild, type Child } from "./child";
import type { BenchedDatabase } from "./database";
import type { FloorAnswer, FloorQuestion } from "./floor";
import type { LoadAnswer, LoadQuestion } from "./load";
import { type Operation, operations } from "./operations";
import type { BenchOptions } from "./options";
import type { Product } from "./product";
import type { RecordAnswer, RecordQuestion } from "./record";

/** What one server did under one load: the medians of its rounds. */
export type Figures = { throughput: number; p50: number; p95: number; p99: number; failures: number };

export type Measurement = {
  operation: string;
  kind: Operation["kind"];
  leads: number;
  product: Figures;
  floor: Figures;
  /** The product's throughput as a share of the floor's. */
  ratio: number;
  statements: number;
};

const warmUpSeconds = 1;

/** Measures the chosen operations on one database, floor and product by turns. Leaves out those the product does not have. */
export async function measureAll(
  database: BenchedDatabase,
  product: Product,
  options: BenchOptions,
  tell: (text: string) => void,
): Promise<Measurement[]> {
  const environment = {
    DATABASE_URL: database.url,
    LOG_LEVEL: "warn",
    RATE_LIMIT_BURST: "1000000000",
    RATE_LIMIT_DAILY: "1000000000",
  };
  const recorder = startChild<RecordQuestion, RecordAnswer>("record.ts", environment);
  const floor = startChild<FloorQuestion, FloorAnswer>("floor.ts", environment);
  const load = startChild<LoadQuestion, LoadAnswer>("load.ts", {});
  const found: Measurement[] = [];
  try {
    for (const operation of operations.filter(({ name }) => options.only.includes(name))) {
      const { location, samples } = database;
      const recorded = await recorder.ask({ name: operation.name, location, samples });
      if (!recorded) {
        tell(`${operation.name}: the product has no such route`);
        continue;
      }
      const half = Math.floor(samples.length / 2);
      const parts = { floor: samples.slice(0, half), product: samples.slice(half) };
      const { port } = await floor.ask({
        name: operation.name,
        kind: options.floor,
        ...recorded,
        location,
        samples: parts.floor,
      });
      const urls = { floor: `http://127.0.0.1:${port}`, product: product.url };
      const figures = await byTurns(load, operation, { location, parts, urls }, options);
      const measured = {
        operation: operation.name,
        kind: operation.kind,
        leads: database.leads,
        ...figures,
        ratio: figures.product.throughput / figures.floor.throughput,
        statements: recorded.transactions.flat().length,
      };
      found.push(measured);
      tell(summaryOf(measured));
    }
  } finally {
    await Promise.all([recorder.stop(), floor.stop(), load.stop()]);
  }
  return found;
}

const summaryOf = ({ operation, product, ratio }: Measurement): string =>
  `${operation}: ${Math.round(product.throughput)}/s, ${ratio.toFixed(2)} of the floor, p95 ${product.p95.toFixed(1)} ms`;

const targets = ["floor", "product"] as const;
type Target = (typeof targets)[number];
type Setting = Pick<LoadQuestion, "location"> & {
  parts: Record<Target, LoadQuestion["samples"]>;
  urls: Record<Target, string>;
};

/** First a warm-up of both, then rounds of one after the other, so that what else the machine does meets both. */
async function byTurns(
  load: Child<LoadQuestion, LoadAnswer>,
  { name }: Operation,
  setting: Setting,
  options: BenchOptions,
): Promise<Record<Target, Figures>> {
  const counts: Record<Target, number> = { floor: 0, product: 0 };
  const answers: Record<Target, LoadAnswer[]> = { floor: [], product: [] };
  const round = async (target: Target, seconds: number) => {
    const { location, parts, urls } = setting;
    const { connections } = options;
    const answer = await load.ask({
      name,
      target,
      url: urls[target],
      location,
      samples: parts[target],
      from: counts[target],
      connections,
      seconds,
    });
    counts[target] = answer.until;
    return answer;
  };
  for (const target of targets) {
    const { failures } = await round(target, warmUpSeconds);
    if (failures > 0) throw new Error(`${name}: ${failures} requests to the ${target} failed.`);
  }
  for (let turn = 0; turn < options.rounds; turn++) {
    for (const target of targets) answers[target].push(await round(target, options.seconds));
  }
  return { floor: medians(answers.floor), product: medians(answers.product) };
}

function medians(answers: LoadAnswer[]): Figures {
  const of = (name: keyof Figures) => {
    const sorted = answers.map((answer) => answer[name]).toSorted((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return {
    throughput: of("throughput"),
    p50: of("p50"),
    p95: of("p95"),
    p99: of("p99"),
    failures: answers.reduce((sum, { failures }) => sum + failures, 0),
  };
}
