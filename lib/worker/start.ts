/** Runs jobs in this process until it is stopped. There are none yet. */
export function startWorker(): Promise<{ stop: () => Promise<void> }> {
  return Promise.resolve({ stop: () => Promise.resolve() });
}
