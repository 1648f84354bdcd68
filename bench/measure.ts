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

/** A database, and the product that works on it. */
export type Served = { database: BenchedDatabase; product: Product };

/**
 * Measures the chosen operations on all databases by turns: whatever else the machine does meets the
 * small and the large one, floor and product alike. Leaves out operations the product does not have.
 */
export async function measureAll(
  served: Served[],
  options: BenchOptions,
  tell: (text: string) => void,
): Promise<Measurement[]> {
  const load = startChild<LoadQuestion, LoadAnswer>("load.ts", {});
  const subjects = served.map(beside);
  const found: Measurement[] = [];
  try {
    for (const operation of operations.filter(({ name }) => options.only.includes(name))) {
      const contests: Contest[] = [];
      for (const subject of subjects) {
        const contest = await prepare(subject, operation, options);
        if (contest) contests.push(contest);
        else tell(`${subject.database.leads} leads, ${operation.name}: the product has no such route`);
      }
      await byTurns(load, contests, options);
      const measurements = contests.map(measurementOf);
      found.push(...measurements);
      for (const measured of measurements) tell(summaryOf(measured));
    }
  } finally {
    await Promise.all([load, ...subjects.flatMap(({ recorder, floor }) => [recorder, floor])].map((one) => one.stop()));
  }
  return found;
}

type Subject = Served & { recorder: Child<RecordQuestion, RecordAnswer>; floor: Child<FloorQuestion, FloorAnswer> };

/** With the processes that note down the product's statements, and run them. */
function beside(served: Served): Subject {
  const environment = {
    DATABASE_URL: served.database.url,
    LOG_LEVEL: "warn",
    RATE_LIMIT_BURST: "1000000000",
    RATE_LIMIT_DAILY: "1000000000",
  };
  return {
    ...served,
    recorder: startChild("record.ts", environment),
    floor: startChild("floor.ts", environment),
  };
}

const summaryOf = ({ leads, operation, product, ratio }: Measurement): string =>
  `${leads} leads, ${operation}: ${Math.round(product.throughput)}/s, ${ratio.toFixed(2)} of the floor, p95 ${product.p95.toFixed(1)} ms`;

const targets = ["floor", "product"] as const;
type Target = (typeof targets)[number];

/** Floor and product with one operation on one database, and what they have done so far. */
type Contest = {
  operation: Operation;
  database: BenchedDatabase;
  statements: number;
  sides: Record<Target, { url: string; samples: LoadQuestion["samples"]; count: number; answers: LoadAnswer[] }>;
};

/** Tells the floor what to do. Null when the product has no such route. */
async function prepare(
  { database, product, recorder, floor }: Subject,
  operation: Operation,
  options: BenchOptions,
): Promise<Contest | null> {
  const { location, samples } = database;
  const { name } = operation;
  const recorded = await recorder.ask({ name, location, samples });
  if (!recorded) return null;
  const half = Math.floor(samples.length / 2);
  const [first, second] = [samples.slice(0, half), samples.slice(half)];
  const { port } = await floor.ask({ name, kind: options.floor, ...recorded, location, samples: first });
  return {
    operation,
    database,
    statements: recorded.transactions.flat().length,
    sides: {
      floor: { url: `http://127.0.0.1:${port}`, samples: first, count: 0, answers: [] },
      product: { url: product.url, samples: second, count: 0, answers: [] },
    },
  };
}

/** First a warm-up of all, then rounds of one after the other. */
async function byTurns(
  load: Child<LoadQuestion, LoadAnswer>,
  contests: Contest[],
  options: BenchOptions,
): Promise<void> {
  const round = async ({ operation, database, sides }: Contest, target: Target, seconds: number) => {
    const side = sides[target];
    const { url, samples, count } = side;
    const { location } = database;
    const { connections } = options;
    const question = { name: operation.name, target, url, location, samples, from: count, connections, seconds };
    const answer = await load.ask(question);
    side.count = answer.until;
    return answer;
  };
  for (const contest of contests) {
    for (const target of targets) {
      const { failures } = await round(contest, target, warmUpSeconds);
      if (failures > 0) throw new Error(`${contest.operation.name}: ${failures} requests to the ${target} failed.`);
    }
  }
  for (let turn = 0; turn < options.rounds; turn++) {
    for (const contest of contests) {
      for (const target of targets) contest.sides[target].answers.push(await round(contest, target, options.seconds));
    }
  }
}

function measurementOf({ operation, database, statements, sides }: Contest): Measurement {
  const floor = medians(sides.floor.answers);
  const product = medians(sides.product.answers);
  const ratio = product.throughput / floor.throughput;
  return { operation: operation.name, kind: operation.kind, leads: database.leads, product, floor, ratio, statements };
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
