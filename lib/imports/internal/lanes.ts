/**
 * Work on several batches at once, of which no two are about the same people: what a batch is decided
 * by must not be what another is just writing.
 */
export class Lanes {
  readonly #most: number;
  readonly #running = new Map<Promise<void>, ReadonlySet<string>>();
  #failure: { error: unknown } | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  /** Waits until nothing that runs is about any of `keys`, and there is room. @throws what work before it threw. */
  async ready(keys: readonly string[]): Promise<void> {
    while (this.#running.size >= this.#most || this.#overlaps(keys)) {
      if (this.#running.size === 0) break;
      await Promise.race(this.#running.keys());
    }
    this.#rethrow();
  }

  /** Starts work that is about `keys`. Answers when it has ended, well or not. */
  start(keys: readonly string[], work: () => Promise<void>): Promise<void> {
    const running = work()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#running.delete(running));
    this.#running.set(running, new Set(keys));
    return running;
  }

  /** Waits for all of it. @throws what any of it threw. */
  async finish(): Promise<void> {
    await Promise.all(this.#running.keys());
    this.#rethrow();
  }

  #overlaps(keys: readonly string[]): boolean {
    return [...this.#running.values()].some((others) => keys.some((key) => others.has(key)));
  }

  #rethrow(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
