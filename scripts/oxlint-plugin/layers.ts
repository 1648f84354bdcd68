/**
 * The one table of layers. Imports go down the ranks, never up and never round; `only` narrows a row
 * further. The row with the longest path that a file lies below is the file's row, so a folder inside
 * a layer can have rules of its own. `*` stands for one folder or file.
 */
export type Layer = {
  /** Path from the root, without an extension. */
  path: string;
  /** Files import from their own rank and below. A row without one has the rank of the row around it. */
  rank?: number;
  /** Folders it takes values from, besides itself; its types may still come from below. Absent: every folder its rank allows. */
  only?: readonly string[];
  /** Whether types, which leave nothing behind at run time, may come from above as well. */
  typesFromAnywhere?: boolean;
};

const browserParts = [
  "components/ui",
  "components/fields",
  "components/shell",
  "lib/kit",
  "lib/client",
  "lib/*/model",
  "lib/*/messages",
  "lib/*/query/model",
] as const;
const dialectParts = [
  "lib/http",
  "lib/access",
  "lib/kit",
  "lib/*/model",
  "lib/*/messages",
  "lib/*/query/model",
  "lib/dialects/shared",
] as const;

export const layers: readonly Layer[] = [
  { path: "lib/kit", rank: 0, only: ["lib/kit"] },
  { path: "lib/config", rank: 0, only: ["lib/kit"] },
  { path: "db/schema", rank: 0, only: ["lib/kit", "lib/config"] },

  { path: "lib/client", rank: 1, only: ["lib/kit", "lib/client/messages"], typesFromAnywhere: true },
  { path: "lib/access", rank: 1 },
  { path: "lib/data", rank: 1 },
  { path: "lib/events", rank: 1 },
  { path: "lib/jobs", rank: 1 },
  { path: "lib/providers", rank: 1 },

  // What others stand on.
  { path: "lib/companies", rank: 2 },
  { path: "lib/locations", rank: 2 },
  { path: "lib/users", rank: 2 },
  { path: "lib/members", rank: 2 },
  { path: "lib/custom-fields", rank: 2 },
  { path: "lib/files", rank: 2 },
  { path: "lib/mail", rank: 2 },
  { path: "lib/installation", rank: 2 },

  // Records and their rules.
  { path: "lib/contacts", rank: 3 },
  { path: "lib/businesses", rank: 3 },
  { path: "lib/clients", rank: 3 },
  { path: "lib/tags", rank: 3 },
  { path: "lib/notes", rank: 3 },
  { path: "lib/calls", rank: 3 },
  { path: "lib/tasks", rank: 3 },
  { path: "lib/pipelines", rank: 3 },
  { path: "lib/opportunities", rank: 3 },
  { path: "lib/campaigns", rank: 3 },
  { path: "lib/calendars", rank: 3 },
  { path: "lib/appointments", rank: 3 },
  { path: "lib/quotes", rank: 3 },
  { path: "lib/invoices", rank: 3 },
  { path: "lib/conversations", rank: 3 },
  { path: "lib/objects", rank: 3 },
  { path: "lib/oauth", rank: 3 },

  // Compositions of records.
  { path: "lib/leads", rank: 4 },
  { path: "lib/audit", rank: 4 },
  { path: "lib/bulk", rank: 4 },
  { path: "lib/live", rank: 4 },
  { path: "lib/overview", rank: 4 },
  { path: "lib/search", rank: 4 },
  { path: "lib/imports", rank: 4 },
  { path: "lib/transfer", rank: 4 },
  { path: "lib/reports", rank: 4 },
  { path: "lib/automations", rank: 4 },
  { path: "lib/views", rank: 4 },
  { path: "lib/undo", rank: 4 },
  { path: "lib/merging", rank: 4 },
  { path: "lib/notifications", rank: 4 },

  // The words of a domain are shared with the browser: no database, no Node.
  { path: "lib/*/model", only: ["lib/kit", "lib/*/model", "lib/*/messages", "lib/access/errors"] },
  { path: "lib/*/query/model", only: ["lib/kit", "lib/*/model", "lib/access/errors"] },
  { path: "lib/*/messages", only: ["lib/kit", "lib/*/model"] },

  { path: "lib/http", rank: 5, only: ["lib/access", "lib/config", "lib/data", "lib/kit", "db/schema"] },
  { path: "lib/dialects", rank: 5, only: dialectParts },
  { path: "lib/dialects/*", rank: 5, only: dialectParts },
  // Says whose a path would be.
  { path: "lib/dialects/unknown-path", rank: 5, only: ["lib/http", "lib/access", "lib/dialects"] },
  { path: "lib/worker", rank: 6 },

  // What is applied to the server is asked from below as well: by the readiness check.
  { path: "db/client-socket", rank: 0, only: [] },
  { path: "db/connect", rank: 1, only: ["lib/kit", "lib/config", "db/client-socket"] },
  { path: "db/migrate-queue", rank: 1, only: ["lib/kit", "lib/config"] },
  {
    path: "db/migrate",
    rank: 1,
    only: ["lib/kit", "lib/config", "db/client-socket", "db/connect", "db/migrate-queue"],
  },
  { path: "db", rank: 6, only: ["lib/kit", "lib/config", "db/client-socket"] },
  { path: "db/seed", rank: 6 },
  { path: "db/testing", rank: 6 },

  { path: "components/ui", rank: 7, only: ["lib/kit"], typesFromAnywhere: true },
  { path: "components/*", rank: 7, only: browserParts, typesFromAnywhere: true },
  { path: "components/shell", rank: 7, only: browserParts, typesFromAnywhere: true },

  // Of the message files it knows the types alone: a page loads the words of its own screens.
  { path: "languages", rank: 7, only: ["lib/kit"], typesFromAnywhere: true },

  { path: "app/api", rank: 7, only: ["lib"] },
  {
    path: "app",
    rank: 8,
    only: [
      "components",
      "languages",
      "lib/client",
      "lib/access",
      "lib/config",
      "lib/kit",
      "lib/*/model",
      "lib/*/query/model",
      "app/api/app",
    ],
    typesFromAnywhere: true,
  },

  { path: "scripts", rank: 9 },
  { path: "bench", rank: 9 },
  {
    path: "e2e",
    rank: 9,
    only: ["db/testing", "db/embedded", "lib/kit", "lib/client", "scripts/testing"],
    typesFromAnywhere: true,
  },
];

/** Packages that have a home, and where else they must not be met. A path is a folder or a file without its extension. */
export type PackageHome = { packages: readonly string[]; because: string } & (
  | { onlyIn: readonly string[] }
  | { notIn: readonly string[] }
);

export const packageHomes: readonly PackageHome[] = [
  {
    packages: ["pg", "drizzle-orm/node-postgres"],
    onlyIn: ["lib/data", "db", "scripts", "bench"],
    because: "the database is reached through the doors of lib/data",
  },
  {
    packages: ["drizzle-orm"],
    notIn: ["app", "components", "lib/client", "lib/dialects", "lib/kit", "lib/*/model", "lib/*/query/model"],
    because: "SQL belongs to the verbs of lib",
  },
  {
    packages: ["next"],
    onlyIn: ["app", "components", "lib/client", "scripts", "instrumentation", "proxy"],
    because: "what lies below the screens knows no Next",
  },
  {
    packages: ["next"],
    notIn: ["app/api"],
    because: "the API is served without Next as well",
  },
  {
    packages: ["react", "react-dom", "@tanstack/react-query"],
    onlyIn: ["app", "components", "lib/client"],
    because: "what lies below the screens knows no React",
  },
  {
    packages: ["node:"],
    notIn: ["components", "lib/client", "lib/kit", "lib/*/model", "lib/*/query/model"],
    because: "browsers run this",
  },
  {
    packages: ["graphile-worker"],
    onlyIn: ["lib/jobs", "lib/worker", "db"],
    because: "jobs are queued through lib/jobs",
  },
  {
    packages: ["nodemailer", "@aws-sdk/client-s3"],
    onlyIn: ["lib/providers"],
    because: "drivers are behind lib/providers",
  },
];

/** Files below these paths that the rows on packages say nothing about. */
export const packageExceptions: readonly string[] = ["app/api/auth"];

/** Names that open more than a caller should reach, and the only places that may import them. */
export const guardedNames: readonly { name: string; from: string; onlyIn: readonly string[]; because: string }[] = [
  {
    name: "asSystem",
    from: "lib/data/doors",
    onlyIn: [
      "lib/access/create-token",
      "lib/users",
      "lib/locations/create-location",
      "lib/transfer/read-location",
      "lib/installation/readiness",
      "lib/jobs",
      "lib/worker",
      "db/seed",
      "db/testing",
      "scripts",
      "bench",
    ],
    because: "it sees every tenant",
  },
  {
    name: "asAccess",
    from: "lib/data/doors",
    onlyIn: ["lib/access", "lib/users", "lib/http/rate-limit"],
    because: "it finds out who calls, before there is a tenant",
  },
  {
    name: "pool",
    from: "lib/data/pool",
    onlyIn: ["lib/data", "lib/jobs", "lib/installation/readiness", "db", "scripts", "bench"],
    because: "the doors set the tenant, a bare connection does not",
  },
  {
    name: "useDatabase",
    from: "lib/data/pool",
    onlyIn: ["db/testing", "scripts", "bench"],
    because: "a process has one database",
  },
];

/** Where process.env may be read; everything else takes `environment`. */
export const environmentReaders: readonly string[] = [
  "lib/config",
  "db/testing/each-file",
  "e2e/fixtures",
  "scripts",
  "bench",
  "drizzle.config",
  "next.config",
  "oxlint.config",
  "playwright.config",
  "vitest.config",
];
