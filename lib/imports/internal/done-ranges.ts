/** Whether places of rows are within ranges such as PostgreSQL writes them: `{[1,2001),[4001,6001)}`. */
export function doneWithin(ranges: string): (position: number) => boolean {
  const spans = [...ranges.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [Number(from), Number(to)] as const);
  return (position) => spans.some(([from, to]) => position >= from && position < to);
}

/** Rows in parts whose places follow each other without a gap. */
export function contiguousParts<Row extends { position: number }>(rows: Row[]): Row[][] {
  const parts: Row[][] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last && last.at(-1)?.position === row.position - 1) last.push(row);
    else parts.push([row]);
  }
  return parts;
}
