/** The little of ESTree that our rules look at. Everything else of a node is unknown to them. */
export type Node = { type: string; parent?: Node; range?: [number, number]; loc?: unknown; [key: string]: unknown };

export type Comment = { type: string; value: string; range: [number, number] };

export type RuleContext = {
  filename: string;
  cwd: string;
  sourceCode: {
    text: string;
    getAllComments: () => Comment[];
    getCommentsBefore: (node: Node) => Comment[];
  };
  report: (finding: { node: Node; message: string }) => void;
};

export type Visitor = Partial<Record<string, (node: Node) => void>>;

export type Rule = {
  meta: { type: "problem"; docs: { description: string } };
  create: (context: RuleContext) => Visitor;
};

/** A rule that reports problems. */
export const rule = (description: string, create: Rule["create"]): Rule => ({
  meta: { type: "problem", docs: { description } },
  create,
});

/** A child of a node, when it is a node. */
export function child(node: Node, name: string): Node | null {
  const value = node[name];
  return isNode(value) ? value : null;
}

/** The children in a list of a node, such as the statements of a body. */
export function children(node: Node, name: string): Node[] {
  const value = node[name];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A text that a node carries, such as the name of an identifier. */
export function text(node: Node | null, name: string): string | null {
  const value = node?.[name];
  return typeof value === "string" ? value : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
