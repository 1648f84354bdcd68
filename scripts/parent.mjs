// A killed npm does not take its children along.

/**
 * Calls `callback` once when the process that started us for its own sake (npm, or our launcher) is
 * gone. Does nothing for a process started from a shell, which may outlive it.
 */
export function whenParentEnds(callback) {
  if (!process.env.npm_lifecycle_event && !process.env.LEADWRIGHT_LAUNCHED) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}
