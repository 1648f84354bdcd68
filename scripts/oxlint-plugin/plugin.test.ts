import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");

/** Each file breaks one rule. The text after the arrow is part of what the linter must say about it. */
const violations: Record<string, { source: string; says: string }> = {
  "lib/kit/climbs.ts": { source: `import { a } from "../config/a";\na();`, says: "climbs out of its folder" },
  "lib/kit/takes-data.ts": {
    source: `import { read } from "@/lib/data/doors";\nread();`,
    says: "takes values only from",
  },
  "lib/contacts/goes-up.ts": { source: `import { a } from "@/lib/leads/create-lead";\na();`, says: "imports go down" },
  "lib/contacts/goes-up-for-a-type.ts": {
    source: `import type { A } from "@/lib/leads/model";\nexport type B = A;`,
    says: "imports go down",
  },
  "lib/contacts/goes-up-later.ts": { source: `await import("@/lib/leads/create-lead");`, says: "imports go down" },
  "lib/leads/reaches-in.ts": {
    source: `import { a } from "@/lib/contacts/internal/readable";\na();`,
    says: "is internal to lib/contacts",
  },
  "lib/unheard-of/file.ts": { source: `export const one = 1;`, says: "lies in no layer" },
  "lib/contacts/model.ts": {
    source: `import { a } from "./create-contact";\na();`,
    says: "lib/*/model takes values only",
  },
  "lib/leads/model/filter.ts": {
    source: `import { a } from "@/lib/data/doors";\na();`,
    says: "lib/*/model takes values only",
  },
  "lib/http/knows-a-domain.ts": {
    source: `import { a } from "@/lib/leads/model";\na();`,
    says: "lib/http takes values only",
  },
  "lib/dialects/leads-v1/decides.ts": {
    source: `import { a } from "@/lib/leads/create-lead";\na();`,
    says: "lib/dialects/* takes values only",
  },
  "lib/dialects/leads-v1/borrows.ts": {
    source: `import { a } from "@/lib/dialects/highlevel/lead";\na();`,
    says: "lib/dialects/* takes values only",
  },
  "lib/worker/serves.ts": { source: `import { a } from "@/app/page";\na();`, says: "imports go down" },
  "db/schema/asks.ts": {
    source: `import { a } from "@/lib/access/context";\na();`,
    says: "db/schema takes values only",
  },
  "db/migrate-more.ts": { source: `import { a } from "@/lib/leads/model";\na();`, says: "db takes values only" },
  "lib/data/seeds.ts": { source: `import { a } from "@/db/seed/demo";\na();`, says: "imports go down" },
  "components/leads/table.tsx": {
    source: `import { listLeads } from "@/lib/leads/list-leads";\nlistLeads();`,
    says: "components/* takes values only",
  },
  "components/leads/neighbour.tsx": {
    source: `import { A } from "@/components/pipeline/board";\nA();`,
    says: "components/* takes values only",
  },
  "components/ui/knows-leads.tsx": {
    source: `import { a } from "@/lib/leads/model";\na();`,
    says: "components/ui takes values only",
  },
  "app/leads/page.tsx": {
    source: `import { createLead } from "@/lib/leads/create-lead";\ncreateLead();`,
    says: "app takes values only",
  },
  "app/api/queries/route.ts": {
    source: `import { a } from "@/db/schema/contacts";\nexport const GET = endpoint(a);`,
    says: "app/api takes values only",
  },
  "app/api/borrows/route.ts": {
    source: `import { a } from "@/app/api/queries/route";\nexport const GET = endpoint(a);`,
    says: "may only re-export",
  },
  "lib/contacts/connects.ts": { source: `import { Pool } from "pg";\nnew Pool().end();`, says: `"pg" belongs only in` },
  "lib/dialects/crm-lead/selects.ts": {
    source: `import { sql } from "drizzle-orm";\nsql("");`,
    says: `"drizzle-orm" belongs not in`,
  },
  "lib/leads/redirects.ts": {
    source: `import { redirect } from "next/navigation";\nredirect();`,
    says: `belongs only in app`,
  },
  "lib/leads/renders.ts": { source: `import { useState } from "react";\nuseState();`, says: `belongs only in app` },
  "app/api/next/route.ts": {
    source: `import { cookies } from "next/headers";\nexport const GET = endpoint(cookies);`,
    says: "belongs not in app/api",
  },
  "components/leads/reads-disk.tsx": {
    source: `import { readFileSync } from "node:fs";\nreadFileSync("a");`,
    says: "browsers run this",
  },
  "lib/leads/mails.ts": { source: `import mailer from "nodemailer";\nmailer();`, says: "only in lib/providers" },
  "lib/leads/sees-all.ts": {
    source: `import { asSystem } from "@/lib/data/doors";\nasSystem();`,
    says: "asSystem is for",
  },
  "lib/leads/connects.ts": { source: `import { pool } from "@/lib/data/pool";\npool();`, says: "pool is for" },
  "app/api/decides/route.ts": {
    source: `export async function GET() {\n  return Response.json(1);\n}`,
    says: "A route file only declares",
  },
  "app/api/branches/route.ts": {
    source: `export const GET = endpoint({ status: a ? 1 : 2 });`,
    says: "A route file only declares",
  },
  "app/api/does/route.ts": {
    source: `export const GET = endpoint({\n  run: () => {\n    if (a) return 1;\n    return 2;\n  },\n});`,
    says: "A route file only declares",
  },
  "app/api/hides/route.ts": {
    source: `const secret = 1;\nexport const GET = endpoint(secret);`,
    says: "A route file only declares",
  },
  "lib/leads/configures.ts": {
    source: `export const port = process.env.PORT;`,
    says: "process.env is read in lib/config",
  },
  "lib/leads/lead-utils.ts": { source: `export const one = 1;`, says: "could hold anything" },
  "lib/leads/LeadTable.ts": { source: `export const one = 1;`, says: "not kebab-case" },
  "lib/leads/later.ts": { source: `// TODO: finish this\nexport const one = 1;`, says: "todo" },
  "lib/leads/silent.ts": { source: `export const shout = (text: string) => text.toUpperCase();`, says: "docstring" },
  "lib/leads/pretends.ts": {
    source: `export const one = JSON.parse("1") as number;`,
    says: "Say in a comment beside this cast",
  },
  "lib/leads/any.ts": { source: `export const one: any = 1;`, says: "any" },
  "lib/leads/insists.ts": { source: `export const one = [1].at(0)!;`, says: "non-null" },
  "lib/leads/forgets.ts": { source: `const later = async () => 1;\nlater();`, says: "Promises must be awaited" },
  "lib/leads/round.ts": { source: `import { there } from "./trip";\nexport const here = there;`, says: "cycle" },
  "lib/leads/trip.ts": { source: `import { here } from "./round";\nexport const there = here;`, says: "cycle" },
  "e2e/waits.spec.ts": { source: `await page.waitForTimeout(100);`, says: "Wait for what must be seen" },
  "e2e/hushes.spec.ts": {
    source: `await page.goto("/", { waitUntil: "networkidle" });`,
    says: "Wait for what must be seen",
  },
  "lib/leads/sleeps.test.ts": {
    source: `await new Promise((resolve) => setTimeout(resolve, 5));`,
    says: "Wait for what must be seen",
  },
  "components/leads/mute.tsx": { source: `export const Mute = () => <img src="a.png" />;`, says: "alt" },
  "components/leads/hooked.tsx": {
    source: `import { useState } from "react";\nexport function Hooked({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}`,
    says: "useState",
  },
  "components/leads/speaks.tsx": {
    source: `export const Speaks = () => <p>no leads yet</p>;`,
    says: "“no leads yet” is said to people",
  },
  "components/leads/labels.tsx": {
    source: `export const Labels = () => <input aria-label="First name" />;`,
    says: "“First name” is said to people",
  },
  "lib/client/tells.ts": {
    source: `export const told = (name: string) => \`Hello \${name}\`;`,
    says: "“Hello ${name}”",
  },
  "components/leads/freezes.ts": {
    source: `import { messages } from "@/components/notes/messages";\nexport const columns = [{ label: messages.title }];`,
    says: "Read words inside a function",
  },
  "components/leads/freezes-in-passing.ts": {
    source: `import { messages } from "@/components/notes/messages";\nexport const labels = ["title"].map(() => messages.title);`,
    says: "Read words inside a function",
  },
  "components/leads/freezes-a-part.ts": {
    source: `import { messages as words } from "@/components/notes/messages";\nexport const copy = { ...words };`,
    says: "Read words inside a function",
  },
  "components/leads/link.tsx": { source: `export const Link = () => <a href="/leads">Leads</a>;`, says: "<Link />" },
};

/** Files that break nothing, among them what the rules above only just allow. */
const clean: Record<string, string> = {
  "lib/leads/create-lead.ts": `import { eq } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { read } from "@/lib/data/doors";
import { normal } from "./internal/normal";

/** The lead, as it was. */
export const createLead = (): unknown => read(eq(contacts.id, normal));
`,
  "lib/leads/internal/normal.ts": `export const normal: unknown = "a";\n`,
  "lib/data/doors.ts": `/** What it is given. */\nexport const read = (what: unknown): unknown => what;\n`,
  "db/schema/contacts.ts": `export const contacts: { id: unknown } = { id: 1 };\n`,
  "lib/tags/model.ts": `export const tagLength = 40;\n`,
  "lib/notes/model.ts": `import { tagLength } from "@/lib/tags/model";\n\nexport const noteLength = tagLength * 100;\n`,
  "app/api/leads/route.ts": `import { endpoint } from "@/lib/dialects/native/endpoint";

export const GET = endpoint({ operation: "list-leads", input: (wire) => wire });
export const POST = endpoint({ operation: "create-lead" });
`,
  "lib/dialects/native/endpoint.ts": `/** The declaration, as a handler. */
export const endpoint = (declaration: { operation: string; input?: (wire: unknown) => unknown }): unknown => declaration;
`,
  "app/api/v1/leads/route.ts": `export { GET } from "@/app/api/leads/route";\n`,
  "components/notes/list.tsx": `import type { createLead } from "@/lib/leads/create-lead";
import { noteLength } from "@/lib/notes/model";

export const List = ({ create }: { create: typeof createLead }) => <ul aria-label={String(create())}>{noteLength}</ul>;
`,
  "components/notes/messages.ts": `export const messages = { title: "All notes" } as const;\n`,
  "components/notes/heading.ts": `import { messages } from "./messages";

type Words = typeof messages;
const late = { get title() { return messages.title; } };

export const heading = (words: Words = messages): string => words.title + ["a"].map(() => messages.title).join(late.title);
`,
  "components/notes/keys.ts": `export const isKnown = (key: string): boolean => {
  if (key === "Escape") throw new Error("Nobody should see this.");
  return key === "Enter";
};
`,
  "e2e/leads.spec.ts": `await page.goto("/leads");\n`,
};

/** The little of each package that the clean files use: the type-aware rules must know what it is. */
const packages = `declare module "drizzle-orm" { export const eq: (left: unknown, right: unknown) => unknown }
declare module "react/jsx-runtime" { export namespace JSX { type Element = object; type IntrinsicElements = Record<string, object> } }
declare const page: { goto: (path: string) => Promise<void> };
`;

const compilerOptions = {
  strict: true,
  jsx: "react-jsx",
  module: "esnext",
  moduleResolution: "bundler",
  target: "es2024",
  paths: { "@/*": ["./*"] },
};

type Diagnostic = { filename: string; code: string; message: string; help?: string };
let folder: string;
let findings: Map<string, string[]>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lw-tooling-lint-"));
  for (const [path, { source }] of Object.entries(violations)) plant(path, `${source}\n`);
  for (const [path, source] of Object.entries(clean)) plant(path, source);
  plant(
    "oxlint.config.ts",
    `import config from ${JSON.stringify(join(root, "oxlint.config.ts"))};
export default { ...config, jsPlugins: [${JSON.stringify(join(root, "scripts/oxlint-plugin/index.ts"))}] };\n`,
  );
  plant("tsconfig.json", JSON.stringify({ compilerOptions, include: ["**/*"] }));
  plant("packages.d.ts", packages);
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules/oxlint/bin/oxlint"), "-f", "json"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (stderr) throw new Error(stderr);
  const report: { diagnostics: Diagnostic[] } = JSON.parse(stdout);
  findings = new Map();
  for (const { filename, code, message, help } of report.diagnostics) {
    findings.set(filename, [...(findings.get(filename) ?? []), `${code}: ${message} ${help ?? ""}`]);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function plant(path: string, source: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), source);
}

test.each(Object.keys(violations))("%s is caught", (path) => {
  const said = findings.get(path) ?? [];
  expect(said.join("\n").toLowerCase()).toContain(violations[path]?.says.toLowerCase());
});

test("files that keep the rules pass", () => {
  expect(Object.keys(clean).map((path) => [path, findings.get(path) ?? []])).toEqual(
    Object.keys(clean).map((path) => [path, []]),
  );
});
