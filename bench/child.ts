import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const register = pathToFileURL(resolve("scripts", "register.mjs")).href;

/** A process of the benchmark, which answers what it is asked. */
export type Child<Question extends object, Answer> = {
  ask: (question: Question) => Promise<Answer>;
  stop: () => Promise<void>;
};

/** Starts a TypeScript file of this folder as a process of its own, so that it shares no event loop with another. */
export function startChild<Question extends object, Answer>(
  file: string,
  environment: Record<string, string> = {},
): Child<Question, Answer> {
  const child = fork(resolve("bench", file), {
    execArgv: ["--disable-warning=ExperimentalWarning", "--import", register],
    env: { ...process.env, ...environment },
    serialization: "advanced",
  });
  const ended = endOf(child);
  return {
    ask: (question) =>
      new Promise((resolveAnswer, reject) => {
        // The file's own contract: it answers questions of this type with this type.
        child.once("message", (answer) => resolveAnswer(answer as Answer));
        void ended.then((code) => reject(new Error(`bench/${file} ended with ${String(code)}.`)));
        child.send(question);
      }),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Its exit code, once it has ended; null when a signal ended it. */
const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolveEnd) => {
    child.once("exit", (code) => resolveEnd(code));
  });

/** In such a process: answers each question. An error ends the process, which its parent reports. */
export function answerQuestions<Question extends object, Answer>(
  answer: (question: Question) => Promise<Answer>,
): void {
  process.on("SIGTERM", () => process.exit(0));
  process.on("message", (question) => {
    // The parent's contract: see startChild.
    answer(question as Question).then(
      (result) => process.send?.(result),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
