// A killed npm does not take its children along.

/** Whether our own launcher started this process. Not for its children to know. */
export const launched = process.env.LEADWRIGHT_LAUNCHED === "1";
delete process.env.LEADWRIGHT_LAUNCHED;

/**
 * Calls `callback` once when the process that started us for its own sake (npm, or our launcher) is
 * gone. Does nothing for a process started from a shell, which may outlive it.
 */
export function whenParentEnds(callback) {
  if (!launched && !process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 100);
  timer.unref();
}
