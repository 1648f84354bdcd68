import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const folder = join(process.cwd(), "node_modules", "@scalar", "api-reference");

/** Names the reader's file anew with each version, so that browsers may keep it. */
export const referenceVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).version;

/** Where the reader's one file is. */
export const referenceFile = join(folder, "dist", "browser", "standalone.js");
