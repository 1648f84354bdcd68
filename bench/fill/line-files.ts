import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Fields, type FilledTable, filledColumns } from "./lead-lines";

type LineFile = { path: string; descriptor: number; columns: string[]; text: string };

const bufferedCharacters = 1 << 18;

/** Opens a file for each table, whose lines PostgreSQL can copy. `close` answers where each is. */
export function openLineFiles(folder: string) {
  const open = new Map<string, LineFile>(
    Object.entries(filledColumns).map(([table, columns]) => {
      const path = join(folder, `${table}.txt`);
      // The server reads them as another user.
      const file: LineFile = { path, descriptor: openSync(path, "w", 0o644), columns: columns.split(" "), text: "" };
      return [table, file] as const;
    }),
  );
  const file = (table: FilledTable) => {
    const found = open.get(table);
    if (!found) throw new Error(`There is no file of ${table}.`);
    return found;
  };
  return {
    write: (table: FilledTable, fields: Fields): void => {
      const target = file(table);
      target.text += `${target.columns.map((column) => fields[column] ?? "\\N").join("\t")}\n`;
      if (target.text.length < bufferedCharacters) return;
      writeSync(target.descriptor, target.text);
      target.text = "";
    },
    close: (): ((table: FilledTable) => string) => {
      for (const { descriptor, text } of open.values()) {
        writeSync(descriptor, text);
        closeSync(descriptor);
      }
      return (table) => file(table).path;
    },
  };
}
