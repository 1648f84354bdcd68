import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "@/lib/kit/setup-error";
import { readCommandLine } from "@/scripts/command-line";
import { importName } from "./import";
import { operationNames } from "./operations";

export type BenchOptions = {
  /** How many leads each database has. */
  sizes: number[];
  /** How long each server is loaded in one round, and how many rounds there are of it. */
  seconds: number;
  rounds: number;
  connections: number;
  /** Names of the operations to measure. */
  only: string[];
  /** Whether the databases stay for the next run. */
  keep: boolean;
  /** How the floor runs its statements: one after the other, all in one write, or without names. */
  floor: FloorKind;
  folder: string;
  /** A folder for CPU profiles of the product, none without it. */
  profile: string | undefined;
};

const names = [...operationNames, importName];

export const floorKinds = ["plain", "pipelined", "unnamed"] as const;
export type FloorKind = (typeof floorKinds)[number];

const usage = `Usage: npm run bench -- [options]
  --sizes 10000,1000000   leads in each database
  --seconds 3             length of a round
  --rounds 3              rounds of floor and product, by turns; the median counts
  --connections 10        requests under way at once
  --only NAME             one operation (may be repeated): ${names.join(", ")}
  --floor KIND            ${floorKinds.join(", ")} (see docs/benchmark.md)
  --keep                  keep the databases for the next run
  --folder PATH           where the databases are
  --profile PATH          write CPU profiles of the server there`;

/** The options of the command line. @throws {UsageError} with what they may be. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = readCommandLine(usage, {
    args,
    options: {
      sizes: { type: "string", default: "10000,1000000" },
      seconds: { type: "string", default: "3" },
      rounds: { type: "string", default: "3" },
      connections: { type: "string", default: "10" },
      only: { type: "string", multiple: true },
      floor: { type: "string", default: "plain" },
      keep: { type: "boolean", default: false },
      folder: { type: "string" },
      profile: { type: "string" },
    },
  });
  const floor = floorKinds.find((kind) => kind === values.floor);
  const only = values.only ?? names;
  const unknown = only.find((name) => !names.some((known) => known === name));
  if (!floor || unknown) throw new UsageError(usage);
  return {
    sizes: values.sizes.split(",").map((size) => wholeNumber(size)),
    seconds: wholeNumber(values.seconds),
    rounds: wholeNumber(values.rounds),
    connections: wholeNumber(values.connections),
    only,
    keep: values.keep,
    floor,
    folder: values.folder ?? join(tmpdir(), "leadwright-bench"),
    profile: values.profile,
  };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(usage);
  return number;
}
