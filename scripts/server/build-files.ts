import { type Dirent, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);
/** Where browsers ask for the files of a build, and where it keeps them. */
const place = "/_next/static/";
const folderOf = (root: string) => join(root, ".next", "static");
const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
};

/** Puts a smaller form of each script and style sheet of the build beside it. Slow: it is done once per build. */
export async function compressBuild(root: string): Promise<void> {
  const folder = folderOf(root);
  for (const file of filesIn(folder).filter((name) => extname(name) in types)) {
    const content = readFileSync(join(folder, file));
    const small = await compress(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength } });
    writeFileSync(join(folder, `${file}.br`), small);
  }
}

/**
 * Answers requests for the scripts and style sheets of the build with their smaller form, which is a
 * seventh smaller than what Next would send. Answers null for all else, and for browsers that do not take it.
 */
export function buildFiles(root: string): (message: IncomingMessage, response: ServerResponse) => Promise<void> | null {
  const folder = folderOf(root);
  // Only what was there at the start: no name in a request becomes a path.
  const files = new Map(
    filesIn(folder)
      .filter((file) => file.endsWith(".br"))
      .map((file) => [`${place}${file.slice(0, -3).split(sep).join("/")}`, join(folder, file)]),
  );
  return (message, response) => {
    const { method, url = "", headers } = message;
    const path = url.split("?", 1)[0] ?? "";
    const file = method === "GET" && headers.range === undefined ? files.get(path) : undefined;
    if (file === undefined || !takesBrotli(String(headers["accept-encoding"] ?? ""))) return null;
    return readFile(file).then((content) => {
      response.writeHead(200, {
        "content-type": types[extname(path)],
        "content-encoding": "br",
        "content-length": content.byteLength,
        // The name of a file says what is in it.
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        vary: "Accept-Encoding",
      });
      response.end(content);
    });
  };
}

const takesBrotli = (accepted: string): boolean =>
  /(?:^|,)\s*br\s*(?:$|,|;(?!\s*q=0(?:\.0*)?\s*(?:$|,)))/.test(accepted);

/** The names of all files in a folder and below it, without the folder's own. */
const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry: Dirent) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    : [];
