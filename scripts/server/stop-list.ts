import { setTimeout as wait } from "node:timers/promises";

type Stop = () => Promise<void> | void;

const patienceMilliseconds = 20_000;

/** What has been started, to be stopped in the opposite order. */
export type StopList = {
  /** `milliseconds` is how long the stop may take (20 s without); the next one does not wait longer. */
  add(stop: Stop, milliseconds?: number): void;
  /** Stops everything, the last started first. What one of them throws goes to `onError` and keeps nobody else from stopping. */
  stop(onError: (error: unknown) => void): Promise<void>;
};

/** An empty list of things to stop. */
export function stopList(): StopList {
  const entries: { stop: Stop; milliseconds: number }[] = [];
  return {
    add: (stop, milliseconds = patienceMilliseconds) => void entries.push({ stop, milliseconds }),
    async stop(onError) {
      for (let entry = entries.pop(); entry; entry = entries.pop()) {
        try {
          await within(entry.milliseconds, entry.stop);
        } catch (error) {
          onError(error);
        }
      }
    },
  };
}

async function within(milliseconds: number, stop: Stop): Promise<void> {
  const done = new AbortController();
  const late = wait(milliseconds, undefined, done).then(
    () => {
      throw new Error(`Stopping took longer than ${milliseconds / 1000} s.`);
    },
    () => {},
  );
  try {
    await Promise.race([stop(), late]);
  } finally {
    done.abort();
  }
}
