import type { Context } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import { byteOrderMark, csvLine } from "@/lib/kit/csv";
import { slugify } from "@/lib/kit/text";
import { localDate } from "@/lib/kit/zone";
import { type CsvColumn, csvCell } from "./internal/csv-cell";
import type { Cursor } from "./internal/cursor";
import { findPage } from "./internal/find-page";
import { readLines } from "./internal/read-lines";
import { understand, type Understood } from "./internal/understand";
import { customFieldId, isLeadField, type SentQuery } from "./model";
import { fieldLabels } from "./model/field-messages";

export type ExportLeads = {
  query: SentQuery;
  /** The columns, in their order. */
  columns: readonly string[];
  /** What the file is called, such as the name of a view. */
  name?: string;
  /** Whether the file begins with a byte order mark, without which some spreadsheets misread UTF-8. */
  mark?: boolean;
};

export type LeadsFile = { fileName: string; mediaType: string; stream: ReadableStream<Uint8Array> };

/** Leads that are read and written at a time: what an export holds in memory. */
const batch = 500;

/**
 * All leads that the caller may read and a query asks for, as a CSV file that is made while it is
 * sent. Values are followed by their currency where that is no column itself.
 * @throws Invalid for a query or column that does not fit.
 */
export async function exportLeads(
  context: Context,
  { query, columns, name = "leads", mark = true }: ExportLeads,
): Promise<LeadsFile> {
  const fields = withCurrency(columns.length > 0 ? columns : ["name"]);
  const understood = await change(context, async (transaction, inside) => {
    const result = await understand(transaction, inside, query, fields);
    const asked = { filter: result.group, search: query.search ?? null, columns: fields };
    const subject = { type: "location", id: inside.location.id };
    return { result, events: [{ type: "leads.exported", subject, after: asked }] };
  });
  const fileName = `${slugify(name) || "leads"}-${localDate(context.now, context.location.timeZone)}.csv`;
  // The transaction of the request ends before the file does.
  const stream = streamOf(
    lines({ ...context, transaction: undefined }, query, fields, headings(fields, understood), mark),
  );
  return { fileName, mediaType: "text/csv; charset=utf-8", stream };
}

function withCurrency(columns: readonly string[]): string[] {
  const fields = [...new Set(columns)];
  const value = fields.indexOf("valueMinor");
  if (value >= 0 && !fields.includes("currency")) fields.splice(value + 1, 0, "currency");
  return fields;
}

const headings = (fields: readonly string[], { custom }: Understood): string[] =>
  fields.map((field) =>
    isLeadField(field) ? fieldLabels[field] : (custom.get(customFieldId(field) ?? "")?.name ?? field),
  );

/** The file, a batch of lines at a time. */
async function* lines(
  context: Context,
  query: SentQuery,
  fields: readonly string[],
  head: readonly string[],
  mark: boolean,
): AsyncGenerator<string, undefined> {
  yield (mark ? byteOrderMark : "") + csvLine(head);
  const zone = context.location.timeZone;
  for (let cursor: Cursor | null = null, goesOn = true; goesOn;) {
    const from: Cursor | null = cursor;
    const page = await read(context, async (transaction) => {
      const understood = await understand(transaction, context, query, fields);
      const { places, hasMore } = await findPage(transaction, context, understood, { cursor: from, limit: batch });
      const ids = places.map(({ id }) => id);
      const leads = await readLines(transaction, context, { ids, columns: fields, understood });
      return { leads, last: places.at(-1), hasMore, columns: columnsOf(fields, understood) };
    });
    yield page.leads.map((lead) => csvLine(page.columns.map((column) => csvCell(lead, column, zone)))).join("");
    cursor = page.last ? { place: page.last, backwards: false } : null;
    goesOn = page.hasMore && cursor !== null;
  }
}

const columnsOf = (fields: readonly string[], { columns }: Understood): CsvColumn[] =>
  fields.map((field) => ({ field, kind: columns(field)?.kind ?? "text" }));

/** Texts as bytes, made when the reader is ready for more. */
function streamOf(texts: AsyncGenerator<string, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value } = await texts.next();
      if (value === undefined) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
