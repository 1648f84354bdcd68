const stillEveryMilliseconds = 5000;

/**
 * Runs one step of the start and prints what it is, again every 5 seconds while it lasts, and how
 * long it took.
 */
export async function step<Result>(label: string, work: () => Promise<Result> | Result): Promise<Result> {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  const timer = setInterval(() => console.log(`  ... ${label} (${seconds()} s)`), stillEveryMilliseconds);
  try {
    const result = await work();
    console.log(`  ${label}: done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
