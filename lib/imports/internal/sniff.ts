import type { Encoding } from "@/lib/imports/model/file";

/** What is known of a file after all of its bytes were seen. */
export type Sniffed =
  | { encoding: Encoding }
  /** It is no text: why, for people to read. */
  | { refusal: string };

const tooManyControls = 0.0005;

/**
 * Finds out how a text file is encoded while its bytes pass: by its mark at the start, else by where
 * its zeros are, else UTF-8 when all of it is valid UTF-8, else Windows-1252.
 */
export class Sniffer {
  #head = Buffer.alloc(0);
  #size = 0;
  #zeros = { even: 0, odd: 0 };
  #controls = 0;
  #isUtf8 = true;
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });

  /** Looks at the next bytes of the file. */
  see(chunk: Uint8Array): void {
    if (this.#head.length < 8) this.#head = Buffer.concat([this.#head, chunk.subarray(0, 8)]).subarray(0, 8);
    for (let place = 0; place < chunk.length; place++) {
      const byte = chunk[place] ?? 0;
      if (byte >= 0x20) continue;
      if (byte === 0) this.#zeros[(this.#size + place) % 2 === 0 ? "even" : "odd"]++;
      else if (!isTextControl(byte)) this.#controls++;
    }
    this.#size += chunk.length;
    if (this.#isUtf8) this.#isUtf8 = this.#accepts(chunk, true);
  }

  /** What the whole file is. Asked once, at its end. */
  conclude(): Sniffed {
    const known = knownFormat(this.#head);
    if (known) return { refusal: known };
    const marked = markOf(this.#head) ?? this.#byZeros();
    if (marked && marked !== "utf-8") return { encoding: marked };
    if (this.#zeros.even + this.#zeros.odd > 0 || this.#controls > this.#size * tooManyControls)
      return { refusal: "This is not a text file. Export the leads as CSV and send that file." };
    if (this.#isUtf8 && this.#accepts(new Uint8Array(), false)) return { encoding: "utf-8" };
    return { encoding: "windows-1252" };
  }

  #accepts(chunk: Uint8Array, stream: boolean): boolean {
    try {
      this.#decoder.decode(chunk, { stream });
      return true;
    } catch {
      return false;
    }
  }

  /** UTF-16 without a mark: in most texts every second byte is zero. */
  #byZeros(): Encoding | null {
    const most = this.#size / 2;
    if (most < 2) return null;
    const { even, odd } = this.#zeros;
    if (odd > most * 0.4 && even < most * 0.1) return "utf-16le";
    return even > most * 0.4 && odd < most * 0.1 ? "utf-16be" : null;
  }
}

/** Tab, ends of lines and pages, and the end-of-file mark that old programs leave. */
const isTextControl = (byte: number): boolean => (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b;

function markOf(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  return head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : null;
}

/** What people send by mistake, told by name. */
function knownFormat(head: Buffer): string | null {
  const text = head.toString("latin1");
  if (text.startsWith("PK\x03\x04") || text.startsWith("\xd0\xcf\x11\xe0"))
    return "This is a workbook or an archive, not CSV. Open it in your spreadsheet program and save it as CSV.";
  return text.startsWith("%PDF-") ? "This is a PDF, not CSV. Export the leads as CSV and send that file." : null;
}
