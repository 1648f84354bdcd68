import { whenParentEnds } from "@/scripts/parent.mjs";

/** Ctrl-C reaches us from the terminal and once more from npm: what follows this fast is the same one. */
const sameMilliseconds = 1000;

/**
 * Calls `stop` at the first Ctrl-C, SIGTERM, end of the terminal or of the npm that started us, and
 * `force` at a second Ctrl-C or SIGTERM, when somebody does not want to wait.
 */
export function onStopSignal(stop: () => void, force: () => void): void {
  let first = 0;
  const arrived = () => {
    if (!first) {
      first = Date.now();
      stop();
    } else if (Date.now() - first > sameMilliseconds) force();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, arrived);
  whenParentEnds(arrived);
}
