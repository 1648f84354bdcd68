import type { Access } from "@/lib/http/endpoint";
import operations from "./operations.json" with { type: "json" };

/** An operation as the documents of the HighLevel API name it: group and name. */
export type OperationId = keyof typeof operations;

/** What the documents say of an operation. */
export type DocumentedOperation = {
  id: string;
  group: string;
  method: string;
  /** Below `/api`, with parameters in braces. */
  path: string;
  title: string;
  /** The status of a success, and those of errors that are documented. */
  success: number;
  errors: readonly number[];
  access: Access;
  /** Whether only later documents have it, and the clients made from them. */
  later?: boolean;
};

const everyOperation: readonly DocumentedOperation[] = Object.entries(operations).map(
  ([id, { scopes, tokens, version, ...said }]) => ({
    id,
    ...said,
    access: {
      scopes,
      // JSON has no literal types; the test of the map holds the words.
      resources: tokens as Access["resources"],
      version,
    },
  }),
);

/** Every operation of the documents, in their order. */
export const documentedOperations = everyOperation.filter(({ later }) => !later);
/** Those that later documents added, of the groups that answer. */
export const laterOperations = everyOperation.filter(({ later }) => later);

const byId = new Map(everyOperation.map((operation) => [operation.id, operation]));

/** What the documents, or later ones, say of one operation. @throws Error for one that they do not have. */
export function documentedOperation(id: string): DocumentedOperation {
  const operation = byId.get(id);
  if (!operation) throw new Error(`No operation is called ${id}.`);
  return operation;
}

/** As documentedOperation; null for one that the documents do not have. */
export const findDocumentedOperation = (id: string): DocumentedOperation | null => byId.get(id) ?? null;
