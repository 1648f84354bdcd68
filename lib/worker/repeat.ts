import { log } from "@/lib/http/log";

/**
 * Does `work` now and then every `milliseconds` after it was done, never twice at once. A failure is
 * logged and the next turn tried as usual. Answers a function that ends it and waits for a running turn.
 */
export function repeat(name: string, milliseconds: number, work: () => Promise<void>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  let turn = Promise.resolve();
  const next = async () => {
    try {
      await work();
    } catch (error) {
      log.warn({ err: error, work: name }, "repeated work failed");
    }
    if (!ended) timer = setTimeout(start, milliseconds).unref();
  };
  const start = () => {
    turn = next();
  };
  start();
  return () => {
    ended = true;
    clearTimeout(timer);
    return turn;
  };
}
