import { environmentReaders } from "./layers.ts";
import { isWithin, pathFromRoot } from "./paths.ts";
import { child, children, type Node, rule, type RuleContext, text, type Visitor } from "./rule.ts";

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** A route file says which endpoints its path has, and nothing else. */
export const routes = rule("A route file declares", (context) => {
  const path = pathFromRoot(context.filename, context.cwd);
  if (!/^app\/api\/(?!auth\/)(?:.*\/)?route$/.test(path)) return {};
  const refuse = (node: Node) =>
    context.report({
      node,
      message:
        "A route file only declares: imports, `export const METHOD = endpoint({...})`, or a re-export. Move the rest into lib.",
    });
  return {
    Program(program) {
      for (const statement of children(program, "body")) if (!declares(statement)) refuse(statement);
    },
    // Taking a request's parts apart is part of declaring; deciding is not.
    BlockStatement(block) {
      const steps = children(block, "body").map(({ type }) => type);
      if (steps.some((type) => type !== "VariableDeclaration" && type !== "ReturnStatement")) refuse(block);
    },
    ConditionalExpression: refuse,
    AwaitExpression: refuse,
  };
});

function declares(statement: Node): boolean {
  if (statement.type === "ImportDeclaration") return true;
  if (statement.type !== "ExportNamedDeclaration") return false;
  if (child(statement, "source")) return true;
  const declaration = child(statement, "declaration");
  if (!declaration || declaration.kind !== "const") return false;
  return children(declaration, "declarations").every((declarator) => {
    const value = child(declarator, "init");
    const called = value && child(value, "callee");
    const name = text(called, "name") ?? "";
    return (
      methods.has(text(child(declarator, "id"), "name") ?? "") &&
      value?.type === "CallExpression" &&
      /^(?:endpoint|operation)$|Endpoint$/.test(name)
    );
  });
}

/** Settings are parsed once, in lib/config. */
export const environment = rule("process.env is read in lib/config", (context) => {
  const path = pathFromRoot(context.filename, context.cwd);
  if (environmentReaders.some((reader) => isWithin(path, reader))) return {};
  return {
    MemberExpression(node) {
      if (text(child(node, "object"), "name") !== "process" || text(child(node, "property"), "name") !== "env") return;
      context.report({ node, message: "process.env is read in lib/config alone. Take `environment` from there." });
    },
  };
});

const nameless = /(?:^|[/-])(?:utils?|helpers?|commons?|misc|managers?|services?)(?:[/-]|$)/;

/** Files are named for what they hold, in kebab-case. */
export const names = rule("Files are named for what they hold", (context) => {
  const path = pathFromRoot(context.filename, context.cwd);
  return {
    Program(node) {
      if (nameless.test(path))
        context.report({ node, message: `${path} could hold anything. Name it for what it holds.` });
      // Below app/api folders are paths, and the documents of an API have spelt them.
      const parts = path.startsWith("app/api/") ? [] : path.split("/");
      const odd = parts.find((part) => !/^[a-z0-9.-]+$/.test(part) && !/^[[(].*[\])]$/.test(part));
      if (odd) context.report({ node, message: `${odd} is not kebab-case.` });
    },
  };
});

const unspoken =
  /^(?:Leadwright|Lead|Ctrl K|Arrow(?:Up|Down|Left|Right)?|Backspace|Control|Delete|Enter|Esc(?:ape)?|Files|Meta|Process|Space|Tab)$/;

/** Screens take their words from message files: those are what is translated. */
export const words = rule("The words of screens stand in message files", (context) => {
  const path = pathFromRoot(context.filename, context.cwd);
  if (
    !/^(?:components|app|lib\/client)\//.test(path) ||
    /^app\/(?:api|docs)\/|(?:messages|key-names|\.test)$/.test(path)
  )
    return {};
  const look = (node: Node, said: string): void => {
    if (!unspoken.test(said.trim()) && isSaid(node, said))
      context.report({ node, message: `“${said.trim()}” is said to people. Words stand in a messages.ts.` });
  };
  return {
    JSXText: (node) => look(node, text(node, "value") ?? ""),
    Literal: (node) => look(node, text(node, "value") ?? ""),
    TemplateLiteral: (node) => look(node, context.sourceCode.text.slice(...(node.range ?? [0, 0])).slice(1, -1)),
  };
});

/** Whether people read a text: they do between tags, and elsewhere what begins as a sentence or a heading does. */
function isSaid(node: Node, said: string): boolean {
  if (node.type === "JSXText") return /\p{L}{2}/u.test(said);
  const isOfError = node.parent?.type === "NewExpression" && text(child(node.parent, "callee"), "name") === "Error";
  return !isOfError && /^\p{Lu}\p{Ll}+(?:[\s.,…!?]|$)/u.test(said);
}

const runAtOnce = new Set([
  "every",
  "filter",
  "find",
  "flatMap",
  "forEach",
  "from",
  "map",
  "reduce",
  "some",
  "toSorted",
]);

/** A word that is read while its module loads is said to everybody in the language of nobody. */
export const frozen = rule("Words are read when they are said", (context) => {
  const path = pathFromRoot(context.filename, context.cwd);
  if (!/^(?:app|components|lib)\//.test(path) || path.endsWith(".test")) return {};
  const words = new Set<string | null>();
  return {
    ImportDeclaration(node) {
      if (!/(?:\/|-)messages$/.test(text(child(node, "source"), "value") ?? "")) return;
      for (const each of children(node, "specifiers")) words.add(text(child(each, "local"), "name"));
    },
    Identifier(node) {
      const { parent } = node;
      const isName = parent && (parent.property === node || parent.key === node) && parent.computed !== true;
      if (!words.has(text(node, "name")) || isName || isRunLater(node)) return;
      context.report({
        node,
        message: "Read words inside a function: while a module loads nobody knows for whom they are.",
      });
    },
  };
});

/** Whether a node belongs to a function that runs after its module has loaded, or is none of its code at all. */
function isRunLater(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (/^(?:Import|TS(?!.*Expression$))/.test(at.type)) return true;
    const callee = at.parent?.type === "CallExpression" ? child(at.parent, "callee") : null;
    const method = text(callee && child(callee, "property"), "name") ?? "";
    if (/Function/.test(at.type) && !runAtOnce.has(method)) return true;
  }
  return false;
}

/** Tests wait for what they need to see, never for time. */
export const sleeps = rule("Tests do not sleep", (context) => {
  const path = pathFromRoot(context.filename, context.cwd);
  if (!/\.(?:test|spec)$/.test(path) && !isWithin(path, "e2e") && !isWithin(path, "db/testing")) return {};
  const refuse = (node: Node) =>
    context.report({ node, message: "Wait for what must be seen (expect, expect.poll), not for time or for silence." });
  return {
    CallExpression(node) {
      const called = child(node, "callee");
      const name = text(called, "name") ?? text(called && child(called, "property"), "name");
      if (name === "waitForTimeout" || name === "sleep" || (name === "setTimeout" && isInsidePromise(node)))
        refuse(node);
    },
    ImportDeclaration(node) {
      if (text(child(node, "source"), "value") === "node:timers/promises") refuse(node);
    },
    Literal(node) {
      if (node.value === "networkidle") refuse(node);
    },
  };
});

function isInsidePromise(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === "NewExpression") return text(child(at, "callee"), "name") === "Promise";
  }
  return false;
}

/** What a folder offers is described where it is written. */
export const documentation = rule("Exported functions have a docstring", (context) => {
  const path = pathFromRoot(context.filename, context.cwd);
  // A codec's functions say what they print by their name and their type.
  if (!/^(?:lib|db|scripts|bench)\//.test(path) || isWithin(path, "lib/dialects") || /\.(?:test|spec)$/.test(path))
    return {};
  return {
    ExportNamedDeclaration(node) {
      const declaration = child(node, "declaration");
      if (!declaration || !holdsFunction(declaration) || isDescribed(context, node)) return;
      context.report({ node, message: "Say in a /** docstring */ what this takes and answers, and what it throws." });
    },
  };
});

function holdsFunction(declaration: Node): boolean {
  if (declaration.type === "FunctionDeclaration") return true;
  return children(declaration, "declarations").some((each) => child(each, "init")?.type === "ArrowFunctionExpression");
}

function isDescribed(context: RuleContext, node: Node): boolean {
  // An overload's description stands above the first of its signatures.
  const comments = context.sourceCode.getCommentsBefore(node);
  if (comments.some((comment) => comment.type === "Block" && comment.value.startsWith("*"))) return true;
  const body = node.parent ? children(node.parent, "body") : [];
  const before = body[body.indexOf(node) - 1];
  return before?.type === "ExportNamedDeclaration" && child(before, "declaration")?.type === "TSDeclareFunction";
}

/** A cast tells the compiler something it can not see: the reader is told why. */
export const casts = rule("A cast has its reason beside it", (context) => {
  const path = pathFromRoot(context.filename, context.cwd);
  if (/\.(?:test|spec)$/.test(path) || isWithin(path, "e2e")) return {};
  let lines: Set<number> | undefined;
  const lineOf = (offset: number) => context.sourceCode.text.slice(0, offset).split("\n").length;
  const visit = (node: Node): void => {
    const target = child(node, "typeAnnotation");
    if (target?.type === "TSTypeReference" && text(child(target, "typeName"), "name") === "const") return;
    lines ??= new Set(context.sourceCode.getAllComments().flatMap(({ range }) => [lineOf(range[0]), lineOf(range[1])]));
    const last = lineOf(node.range?.[1] ?? 0);
    const first = lineOf(statementOf(node).range?.[0] ?? 0) - 1;
    for (let line = first; line <= last; line++) if (lines.has(line)) return;
    context.report({ node, message: "Say in a comment beside this cast why it is true, or do without it." });
  };
  return { TSAsExpression: visit } satisfies Visitor;
});

function statementOf(node: Node): Node {
  let at = node;
  while (at.parent && !/Statement$|Declaration$|^Program$/.test(at.type)) at = at.parent;
  return at;
}
