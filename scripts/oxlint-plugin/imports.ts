import { guardedNames, packageExceptions, packageHomes } from "./layers.ts";
import { importedPath, isWithin, layerOf, pathFromRoot } from "./paths.ts";
import { child, children, type Node, rule, type RuleContext, text, type Visitor } from "./rule.ts";

/** One import, wherever it is written: a declaration, an `export ... from`, or `import()`. */
type Import = {
  node: Node;
  specifier: string;
  importer: string;
  typeOnly: boolean;
  names: string[];
  reExport: boolean;
};

const isTest = (path: string) => /\.(?:test|spec)$/.test(path);

function eachImport(context: RuleContext, look: (found: Import) => void): Visitor {
  const importer = pathFromRoot(context.filename, context.cwd);
  const visit = (node: Node) => {
    const source = child(node, "source");
    const specifier = text(source, "value");
    if (specifier === null) return;
    const specifiers = children(node, "specifiers");
    const typeOnly =
      [node.importKind, node.exportKind].includes("type") ||
      (specifiers.length > 0 && specifiers.every((each) => [each.importKind, each.exportKind].includes("type")));
    const names = specifiers.map((each) => text(child(each, "imported") ?? child(each, "local"), "name") ?? "");
    look({ node, specifier, importer, typeOnly, names, reExport: node.type.startsWith("Export") });
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  };
}

/** Our own code: down the ranks, by `@/` across folders, never into somebody's `internal`. */
export const layers = rule("Imports go down the layers", (context) => {
  const path = pathFromRoot(context.filename, context.cwd);
  const own = layerOf(path);
  return {
    Program(node) {
      if (!own && /^(?:lib|db|app|components|e2e|bench|scripts)\//.test(path)) {
        context.report({
          node,
          message: `${path} lies in no layer. Give its folder a row in scripts/oxlint-plugin/layers.ts.`,
        });
      }
    },
    ...eachImport(context, ({ node, specifier, importer, typeOnly, reExport }) => {
      const report = (message: string) => context.report({ node, message });
      if (/(?:^|\/)\.\.(?:\/|$)/.test(specifier))
        return report(`"${specifier}" climbs out of its folder. Write it as "@/...".`);
      const target = importedPath(specifier, importer);
      if (target === null || !own) return;
      const inside = /^(.*?)\/internal\//.exec(target)?.[1];
      if (inside !== undefined && !isWithin(importer, inside)) {
        return report(`${target} is internal to ${inside}. Use what ${inside} offers, or offer it there.`);
      }
      const refusal = refusalOf({ importer, target, typeOnly, reExport });
      if (refusal) report(refusal);
    }),
  };
});

function refusalOf({
  importer,
  target,
  typeOnly,
  reExport,
}: {
  importer: string;
  target: string;
  typeOnly: boolean;
  reExport: boolean;
}) {
  const own = layerOf(importer);
  const other = layerOf(target);
  if (!own || !other || isTest(importer)) return null;
  if (typeOnly && own.row.typesFromAnywhere) return null;
  // A route file stands for its path; another path may be the same route, and that is all it may take.
  if (isWithin(importer, "app/api") && target.endsWith("/route")) {
    const bridge = importer === "app/api/table" || reExport;
    return bridge ? null : `A route may only re-export another route as its alias. Move what both need into lib.`;
  }
  if (own.home === other.home) return null;
  if (!typeOnly && own.row.only && !own.row.only.some((pattern) => isWithin(target, pattern))) {
    return `${own.row.path} takes values only from ${own.row.only.join(", ")}, not from ${target}.`;
  }
  if (other.rank > own.rank) {
    return `${own.home} (rank ${own.rank}) may not import ${target} (rank ${other.rank}): imports go down. Upward goes an event.`;
  }
  return null;
}

/** Packages stay in their homes. */
export const packages = rule("Packages stay where their layer is", (context) =>
  eachImport(context, ({ node, specifier, importer, typeOnly }) => {
    // A type leaves nothing behind; but the API shall not even think in Next's.
    if (typeOnly && !isWithin(importer, "app/api")) return;
    if (packageExceptions.some((exception) => isWithin(importer, exception))) return;
    for (const home of packageHomes) {
      const met = home.packages.some(
        (name) => specifier === name || specifier.startsWith(name.endsWith(":") ? name : `${name}/`),
      );
      const inside = (folders: readonly string[]) => folders.some((folder) => isWithin(importer, folder));
      if (!met || ("onlyIn" in home ? inside(home.onlyIn) : !inside(home.notIn))) continue;
      // A test drives what it tests from outside: it may speak to a server or a database of its own.
      if (isTest(importer) && "notIn" in home) continue;
      const where = "onlyIn" in home ? `only in ${home.onlyIn.join(", ")}` : `not in ${home.notIn.join(", ")}`;
      context.report({ node, message: `"${specifier}" belongs ${where}: ${home.because}.` });
    }
  }),
);

/** Names that see more than their callers should are imported by a list of callers. */
export const guarded = rule("Doors that open everything have a list of callers", (context) =>
  eachImport(context, ({ node, specifier, importer, names }) => {
    const target = importedPath(specifier, importer);
    for (const { name, from, onlyIn, because } of guardedNames) {
      if (target !== from || !names.includes(name) || onlyIn.some((folder) => isWithin(importer, folder))) continue;
      if (isTest(importer)) continue;
      context.report({ node, message: `${name} is for ${onlyIn.join(", ")}: ${because}.` });
    }
  }),
);
