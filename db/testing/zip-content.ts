import { buffer } from "node:stream/consumers";
import { openPromise } from "yauzl";

/** The entries of a ZIP file, by name: for tests. */
export async function contentOf(path: string): Promise<Map<string, Buffer>> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const content = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    content.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  zip.close();
  return content;
}
