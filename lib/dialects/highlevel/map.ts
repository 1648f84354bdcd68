import type { RouteTable } from "@/lib/http/direct-door";
import { isEndpoint } from "@/lib/http/route-exports";
import { type DocumentedOperation, documentedOperations, laterOperations } from "./catalogue";

/** An operation that a route implements: its name, and where the route is. */
export type ImplementedOperation = { id: string; method: string; path: string };

/** The operations of this dialect that the routes of a table implement. */
export const implementedOperations = (table: RouteTable): ImplementedOperation[] =>
  table.flatMap(({ path, methods }) =>
    Object.entries(methods).flatMap(([method, handler]) =>
      isEndpoint(handler) && handler.dialect.name === "highlevel"
        ? [{ id: handler.declaration.operation, method, path }]
        : [],
    ),
  );

/** A path as documents and routes have in common: without the mount, the slash at its end and the names of parameters. */
export const shapeOf = (path: string): string =>
  path
    .replace(/^\/api(?=\/)/, "")
    .replace(/\/$/, "")
    .replaceAll(/\{\w+\}|\[\w+\]/g, "*");

/** What the documents leave open, or allow without saying what it means. */
const decided = [
  "## Where the documents leave a choice",
  "",
  "- `status` of an opportunity may be `all` in the documents' bodies as in searches. It names no state: an",
  "  opportunity that is made with it is open, and one that is changed with it stays as it is.",
  "- Who an opportunity is assigned to may follow it as well. The screens and the other APIs show such a person once.",
  "- `isRemoveAllFollowers` leaves those whom the same request adds.",
  "- A search of contacts by what is `nested` in `opportunities` finds who has one opportunity that is all of it. Where",
  "  all of it says what is not (`not_eq`, `not_exists`), it finds who has no opportunity like that.",
  "- A word of one or two letters or digits is sought where a first or last name begins, of opportunities where any word",
  "  does. Every other word is sought anywhere, and so is one of Chinese, Japanese or Thai, however short.",
  "- `POST /opportunities/search` takes what its page in the later documents lists. The filters and sorts of the guide",
  "  that the page points to are refused.",
  "- Nobody's email was opened or clicked on, and no number is known to WhatsApp: filters on these find nobody, or all.",
];

/** The page that names every documented operation, and says of each whether it is implemented. */
export function describeMap(table: RouteTable): string {
  const implemented = new Set(implementedOperations(table).map(({ id }) => id));
  const groups = [...new Set(documentedOperations.map(({ group }) => group))];
  const of = (group: string) => documentedOperations.filter((operation) => operation.group === group);
  const done = (group: string) => of(group).filter(({ id }) => implemented.has(id)).length;
  const total = documentedOperations.length;
  const answering = documentedOperations.filter(({ id }) => implemented.has(id)).length;
  const section = (title: string, operations: readonly DocumentedOperation[]) => [
    "",
    `## ${title}`,
    "",
    "| operation | method and path | token | scopes | |",
    "| --- | --- | --- | --- | --- |",
    ...operations.map(({ id, title: name, method, path, access: { resources, scopes } }) => {
      const state = implemented.has(id) ? "implemented" : "not yet";
      return `| ${name} | \`${method} ${path}\` | ${resources.join(", ") || "none"} | ${scopes.join(", ") || "none"} | ${state} |`;
    }),
  ];
  return [
    "# The HighLevel-compatible API",
    "",
    "A program made for the HighLevel API v2 works against this host when its base URL is `<host>/api`. It",
    "calls with the token of a private integration (Settings, Developer), which has the scopes it was given and",
    "opens one location, or every location of the company.",
    "",
    `This page is written by \`npm run api:generate\` from the routes: **${answering} of ${total}** operations answer.`,
    "",
    "| group | answer | documented |",
    "| --- | --- | --- |",
    ...groups.map((group) => `| ${group} | ${done(group)} | ${of(group).length} |`),
    "",
    ...decided,
    ...groups.flatMap((group) => section(group, of(group))),
    ...section("What later documents added", laterOperations),
    "",
  ].join("\n");
}
