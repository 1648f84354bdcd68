type Stop = () => Promise<void> | void;

/** What has been started, to be stopped in the opposite order. */
export type StopList = {
  add(stop: Stop): void;
  /** Stops everything, the last started first. What one of them throws goes to `onError` and keeps nobody else from stopping. */
  stop(onError: (error: unknown) => void): Promise<void>;
};

/** An empty list of things to stop. */
export function stopList(): StopList {
  const stops: Stop[] = [];
  return {
    add: (stop) => void stops.push(stop),
    async stop(onError) {
      for (let stop = stops.pop(); stop; stop = stops.pop()) {
        try {
          await stop();
        } catch (error) {
          onError(error);
        }
      }
    },
  };
}
