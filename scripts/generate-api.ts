// Writes what is known from the route files below app/api: app/api/table.ts, for the API's own door,
// app/api/openapi.json/document.json, which is served as it stands, and docs/api/highlevel.md.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describeMap } from "@/lib/dialects/highlevel/map";
import { describeApi } from "@/lib/http/openapi/document";
import packageFile from "@/package.json" with { type: "json" };

const root = dirname(import.meta.dirname);
const documentFile = join(root, "app/api/openapi.json/document.json");
const mapFile = join(root, "docs/api/highlevel.md");

const files = globSync("app/api/**/route.ts", { cwd: root })
  .map((file) => file.replaceAll("\\", "/"))
  // next-auth speaks to Next alone.
  .filter((file) => !file.startsWith("app/api/auth/"))
  .toSorted();

writeFileSync(join(root, "app/api/table.ts"), tableText());
// The document's own route imports it: at the first time there has to be something.
if (!existsSync(documentFile)) writeFileSync(documentFile, "{}\n");
const { routeTable } = await import("@/app/api/table");
writeFileSync(documentFile, `${JSON.stringify(describeApi(routeTable, packageFile.version), null, 2)}\n`);
mkdirSync(dirname(mapFile), { recursive: true });
writeFileSync(mapFile, describeMap(routeTable));
process.stdout.write(`${files.length} routes\n`);

function tableText(): string {
  const imports = files.map((file) => `import * as ${nameOf(file)} from "@/${file.slice(0, -3)}";`);
  const rows = files.map((file) => {
    const aliasOf = aliasIn(readFileSync(join(root, file), "utf8"));
    const alias = aliasOf === null ? "" : `, aliasOf: ${JSON.stringify(aliasOf)}`;
    return `  { path: ${JSON.stringify(pathOf(file))}, methods: ${nameOf(file)}${alias} },`;
  });
  return `// Written by \`npm run api:generate\` from the folders below app/api. Do not edit.
import type { RouteTable } from "@/lib/http/direct-door";
${imports.join("\n")}

export const routeTable: RouteTable = [
${rows.join("\n")}
];
`;
}

/** Named after its folder, so that a new route is a new line and changes no other. */
function nameOf(routeFile: string): string {
  return dirname(routeFile.slice("app/".length)).replaceAll(/[^a-z0-9]/gi, "_");
}

function pathOf(routeFile: string): string {
  return `/${dirname(routeFile.slice("app/".length))}`;
}

/** The path of the route whose endpoints are all that a route file exports; null for a route of its own. */
function aliasIn(text: string): string | null {
  if (/^export const /m.test(text)) return null;
  const from = /^export \{[^}]*\} from "@\/(app\/api\/.*\/route)"/m.exec(text)?.[1];
  return from === undefined ? null : pathOf(from);
}
