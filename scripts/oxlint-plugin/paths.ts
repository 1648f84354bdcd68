import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Layer, layers } from "./layers.ts";

const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** A file's path from the root of the tree that is linted, with `/` and without its extension. */
export function pathFromRoot(filename: string, workingFolder: string): string {
  const root = filename.startsWith(projectRoot + sep) ? projectRoot : workingFolder;
  return withoutExtension(relative(root, filename).split(sep).join("/"));
}

/** The path from the root that an import of our own code names, or null for a package. */
export function importedPath(specifier: string, importer: string): string | null {
  if (specifier.startsWith("@/")) return withoutExtension(specifier.slice(2));
  if (!specifier.startsWith(".")) return null;
  return withoutExtension(join(dirname(importer), specifier).split(sep).join("/"));
}

const withoutExtension = (path: string) => path.replace(/\.(?:d\.)?[cm]?[jt]sx?$/, "");

/** Whether `path` is `pattern` or lies below it; `*` in a pattern stands for one segment. */
export function isWithin(path: string, pattern: string): boolean {
  const segments = path.split("/");
  return pattern
    .split("/")
    .every((part, index) => (part === "*" ? segments[index] !== undefined : part === segments[index]));
}

/** The rows a path lies below, the most telling first: the longer, then the one that says more by name. */
function rowsOf(path: string): Layer[] {
  const named = (layer: Layer) => layer.path.split("/").filter((part) => part !== "*").length;
  return layers
    .filter((layer) => isWithin(path, layer.path))
    .toSorted((one, other) => other.path.split("/").length - one.path.split("/").length || named(other) - named(one));
}

/** The layer a path belongs to, with its rank, and the folder of it that is the path's own; null when the table has none. */
export function layerOf(path: string): { row: Layer; rank: number; home: string } | null {
  const rows = rowsOf(path);
  const [row] = rows;
  const rank = rows.find((each) => each.rank !== undefined)?.rank;
  if (!row || rank === undefined) return null;
  return { row, rank, home: path.split("/").slice(0, row.path.split("/").length).join("/") };
}
