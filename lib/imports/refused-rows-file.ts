import type { Context } from "@/lib/access/context";
import { csvLine } from "@/lib/kit/csv";
import { streamOf } from "@/lib/kit/stream";
import { getImport } from "./get-import";
import { listImportRows } from "./list-import-rows";

const pageSize = 2000;
const byteOrderMark = "\uFEFF";

/** A file to be sent while it is written. */
export type WrittenFile = { fileName: string; mediaType: string; stream: ReadableStream<Uint8Array> };

/**
 * The refused rows of an import as a CSV file like the one that was sent, with the reason in a last
 * column: to be put right and sent again. Cells can not be taken for formulas.
 *
 * @throws NotFound; Forbidden for who does not see all leads.
 */
export async function refusedRowsFile(context: Context, { id }: { id: string }): Promise<WrittenFile> {
  const { fileName, columns } = await getImport(context, { id });
  const headings = columns.map(({ heading }) => heading);
  return {
    fileName: `${fileName.replace(/\.[^.]{1,8}$/, "")} refused.csv`,
    mediaType: "text/csv; charset=utf-8",
    stream: streamOf(linesOf(context, id, headings)),
  };
}

async function* linesOf(context: Context, id: string, headings: string[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(byteOrderMark + csvLine([...headings, "Line", "Reason"]));
  for (let after: number | null = 0; after !== null;) {
    const page: Awaited<ReturnType<typeof listImportRows>> = await listImportRows(context, {
      id,
      limit: pageSize,
      after,
    });
    const lines = page.rows
      .filter(({ kind }) => kind === "refused")
      .map(({ cells, line, reason }) =>
        csvLine([...headings.map((_, index) => cells[index] ?? ""), String(line), reason]),
      );
    yield encoder.encode(lines.join(""));
    after = page.next;
  }
}
