// Writes app/api/table.ts: every route file below app/api, for the API's own door and for the document.
import { globSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const root = dirname(import.meta.dirname);
const files = globSync("app/api/**/route.ts", { cwd: root })
  .map((file) => file.replaceAll("\\", "/"))
  // next-auth speaks to Next alone.
  .filter((file) => !file.startsWith("app/api/auth/"))
  .toSorted();
const imports = files.map((file, index) => `import * as route${index} from "@/${file.slice(0, -3)}";`);
const rows = files.map(
  (file, index) => `  { path: ${JSON.stringify(`/${dirname(file.slice(4))}`)}, methods: route${index} },`,
);
const text = `// Written by \`npm run api:generate\` from the folders below app/api. Do not edit.
import type { RouteTable } from "@/lib/http/direct-door";
${imports.join("\n")}

export const routeTable: RouteTable = [
${rows.join("\n")}
];
`;
writeFileSync(join(root, "app/api/table.ts"), text);
process.stdout.write(`${files.length} routes\n`);
