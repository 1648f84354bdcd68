import autocannon from "autocannon";
import type { BenchedLocation, SampleLead } from "./benched-location";
import { answerQuestions } from "./child";
import { operations } from "./operations";

/** Whom to load, with what, and for how long. */
export type LoadQuestion = {
  name: string;
  url: string;
  /** `floor` is asked by count, the product as its callers ask. */
  target: "floor" | "product";
  location: BenchedLocation;
  samples: SampleLead[];
  /** The count that this run starts from. */
  from: number;
  connections: number;
  seconds: number;
};

export type LoadAnswer = {
  /** Requests answered a second. */
  throughput: number;
  /** Milliseconds below which so many of a hundred answers came. */
  p50: number;
  p95: number;
  p99: number;
  /** Answers that were no success, and requests without any. */
  failures: number;
  /** The count that the next run starts from. */
  until: number;
};

answerQuestions<LoadQuestion, LoadAnswer>(async (question) => {
  const { name, url, target, location, samples, connections, seconds } = question;
  const operation = operations.find((one) => one.name === name);
  if (!operation) throw new Error(`There is no operation ${name}.`);
  let count = question.from;
  const durations: number[] = [];
  const run = autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest: (given) => {
          const { request } = operation.make(location, samples, count);
          const path = target === "floor" ? `/?count=${count}` : request.path;
          count++;
          return { ...given, ...request, path };
        },
      },
    ],
  });
  run.on("response", (_client: unknown, _status: number, _bytes: number, milliseconds: number) =>
    durations.push(milliseconds),
  );
  const result = await run;
  const sorted = Float64Array.from(durations).sort();
  const percentile = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const elapsed = (result.finish.getTime() - result.start.getTime()) / 1000;
  return {
    throughput: durations.length / elapsed,
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
    failures: result.errors + result.timeouts + result.non2xx,
    until: count,
  };
});
