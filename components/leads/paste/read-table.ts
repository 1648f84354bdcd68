/** Cells that a spreadsheet put on the clipboard: lines of values between tabs, where quotes keep what has either in it. */
export function readTable(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  const plain = text.replaceAll(/\r\n?/g, "\n").replace(/\n$/, "");
  for (;;) {
    const match = cells.exec(plain);
    if (!match) break;
    const [, quoted, bare = "", end] = match;
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}
