import { once } from "node:events";
import type { Client, Connection } from "pg";

const blockBytes = 4 * 1024 * 1024;

/**
 * Runs `COPY ... TO STDOUT` and yields what it says in blocks of some megabytes, each of whole rows,
 * as fast as they are taken. Returns the number of rows.
 *
 * @throws the database's error.
 */
export async function* copyOut(client: Client, statement: string): AsyncGenerator<Buffer, number> {
  const copy = new CopyOut(statement);
  client.query(copy);
  try {
    for (let block = await copy.next(); block; block = await copy.next()) yield block;
    return copy.rows;
  } finally {
    copy.discard();
  }
}

/**
 * Runs `COPY ... FROM STDIN` with the bytes of `blocks`, which need not end where rows end. Answers
 * the number of rows.
 *
 * @throws the database's error, or what `blocks` throws: then nothing is copied.
 */
export function copyIn(
  client: Client,
  statement: string,
  blocks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(statement, blocks, resolve, reject));
  });
}

type Message = { text: string };

/** What a connection of node-postgres can do besides what its types say. */
type CopyConnection = Connection & {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
};

/** The number in a command tag such as "COPY 12". */
const rowsOf = (tag: string): number => Number(/\d+$/.exec(tag)?.[0] ?? 0);

/** What node-postgres calls while the statement runs. It gives rows one by one, in memory it will use again. */
class CopyOut {
  rows = 0;
  readonly #statement: string;
  readonly #blocks: Buffer[] = [];
  #block = Buffer.allocUnsafe(blockBytes);
  #filled = 0;
  #connection: Connection | undefined;
  #ended = false;
  #discarding = false;
  #error: Error | undefined;
  #wake = () => {};

  constructor(statement: string) {
    this.#statement = statement;
  }

  /** The next block; null at the end. */
  async next(): Promise<Buffer | null> {
    for (;;) {
      const block = this.#blocks.shift();
      if (block) return block;
      if (this.#error) throw this.#error;
      if (this.#ended) return null;
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#connection?.stream.resume();
      await woken;
    }
  }

  /** Lets the rest pass unread. */
  discard(): void {
    this.#discarding = true;
    this.#connection?.stream.resume();
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.query(this.#statement);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.#discarding) return;
    if (this.#filled + chunk.length > this.#block.length) this.#flush(chunk.length);
    this.#filled += chunk.copy(this.#block, this.#filled);
  }

  handleCommandComplete({ text }: Message): void {
    this.rows = rowsOf(text);
  }

  handleError(error: Error): void {
    this.#error = error;
    this.#wake();
  }

  handleReadyForQuery(): void {
    this.#flush(0);
    this.#ended = true;
    this.#wake();
  }

  #flush(needed: number): void {
    if (this.#filled > 0) this.#blocks.push(this.#block.subarray(0, this.#filled));
    this.#block = Buffer.allocUnsafe(needed === 0 ? 0 : Math.max(blockBytes, needed));
    this.#filled = 0;
    if (needed > 0) this.#connection?.stream.pause();
    this.#wake();
  }
}

class CopyIn {
  readonly #statement: string;
  readonly #blocks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  readonly #resolve: (rows: number) => void;
  readonly #reject: (error: unknown) => void;
  #rows = 0;
  #error: unknown;

  constructor(
    statement: string,
    blocks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    resolve: (rows: number) => void,
    reject: (error: unknown) => void,
  ) {
    this.#statement = statement;
    this.#blocks = blocks;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    connection.query(this.#statement);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#send(connection).catch((error: unknown) => {
      this.#error = error;
      connection.sendCopyFail("The source failed.");
    });
  }

  async #send(connection: CopyConnection): Promise<void> {
    for await (const block of this.#blocks) {
      // The server refused what it was sent so far.
      if (this.#error) return;
      connection.sendCopyFromChunk(Buffer.from(block.buffer, block.byteOffset, block.byteLength));
      if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
    }
    connection.endCopyFrom();
  }

  handleCommandComplete({ text }: Message): void {
    this.#rows = rowsOf(text);
  }

  handleError(error: Error): void {
    this.#error ??= error;
    this.#reject(this.#error);
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#rows);
  }
}
