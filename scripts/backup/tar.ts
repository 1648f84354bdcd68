const blockBytes = 512;

/** A file inside a tar archive. */
export type TarEntry = { name: string; bytes: Buffer };

/** The bytes of one file in a tar archive (ustar, readable by any tar). The name has at most 100 bytes. */
export function* tarEntry({ name, bytes }: TarEntry): Generator<Buffer> {
  const header = Buffer.alloc(blockBytes);
  const number = (value: number, digits: number) => value.toString(8).padStart(digits, "0");
  header.write(name, 0, 100);
  header.write(number(0o600, 7), 100);
  header.write(number(0, 7), 108);
  header.write(number(0, 7), 116);
  header.write(number(bytes.length, 11), 124);
  header.write(number(0, 11), 136);
  header.write("        ", 148);
  header.write("0", 156);
  header.write("ustar\u000000", 257);
  header.write(`${number(checksumOf(header), 6)}\0 `, 148);
  yield header;
  yield bytes;
  if (bytes.length % blockBytes > 0) yield Buffer.alloc(blockBytes - (bytes.length % blockBytes));
}

/** What a tar archive ends with. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * blockBytes);

/**
 * The files of a tar archive, one at a time.
 *
 * @throws Error when it is no tar archive, or ends too early.
 */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const reader = new Reader(source);
  for (;;) {
    const header = await reader.take(blockBytes);
    if (header.every((byte) => byte === 0)) return;
    if (checksumOf(header) !== octal(header, 148, 8)) throw new Error("It is no tar archive, or a damaged one.");
    const size = octal(header, 124, 12);
    const name = header.toString("utf8", 0, header.indexOf(0));
    const bytes = await reader.take(size);
    await reader.take((blockBytes - (size % blockBytes)) % blockBytes);
    yield { name, bytes };
  }
}

/** The sum of the header's bytes, its own place counted as spaces. */
function checksumOf(header: Buffer): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}

const octal = (header: Buffer, at: number, length: number): number =>
  Number.parseInt(
    header
      .toString("latin1", at, at + length)
      .replaceAll("\0", " ")
      .trim() || "0",
    8,
  );

/** Takes bytes from a stream in the amounts asked for. */
class Reader {
  readonly #source: AsyncIterator<Buffer>;
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    while (this.#size < size) {
      const next = await this.#source.next();
      if (next.done) throw new Error("It ends too early.");
      this.#chunks.push(next.value);
      this.#size += next.value.length;
    }
    const all = this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#chunks = [all.subarray(size)];
    this.#size -= size;
    return all.subarray(0, size);
  }
}
