import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { Forbidden } from "@/lib/access/errors";
import { createEndpoint, type Declaration, type Endpoint } from "@/lib/http/endpoint";
import { documentedOperation, type OperationId } from "./catalogue";
import { highlevel } from "./dialect";

const plainEndpoint = createEndpoint(highlevel);
type Schema = z.ZodType;

/** What is left to say of an operation that the documents have: what it takes, which rule it runs, what it answers. */
type Said<
  Path extends Schema | undefined,
  Query extends Schema | undefined,
  Body extends Schema | undefined,
  Answer extends z.ZodObject,
  Input,
  Result,
> = Omit<
  Declaration<Path, Query, Body, Answer, Input, Result>,
  "operation" | "summary" | "status" | "access" | "permission"
> &
  Partial<Pick<Declaration, "permission">>;

/**
 * An operation of the documents. Its name, title, scopes, kinds of token, version and status come from
 * there; the permission, unless one is given, from its scope. A location that the request names has to
 * be the caller's own. Every answer has a `traceId`, as the documents say: the id of the request.
 */
export function operation<
  Path extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
  Answer extends z.ZodObject = z.ZodObject,
  Input = unknown,
  Result = unknown,
>(id: OperationId, said: Said<Path, Query, Body, Answer, Input, Result>): Endpoint {
  const { title, success, access, errors } = documentedOperation(id);
  return plainEndpoint({
    permission: access.scopes.every((scope) => scope.endsWith(".readonly")) ? "leads.read" : "leads.write",
    ...said,
    operation: id,
    summary: title,
    status: success,
    access,
    failures: [...errors],
    answer: z.object({ ...said.answer.shape, traceId: z.string() }),
    print: (result, context, request) => ({ ...said.print(result, context, request), traceId: context.requestId }),
    input: (wire, context, request) => {
      requireOwnLocation(context, wire.path);
      requireOwnLocation(context, wire.query);
      requireOwnLocation(context, wire.body);
      return said.input(wire, context, request);
    },
  });
}

function requireOwnLocation(context: Context, part: unknown): void {
  if (typeof part !== "object" || part === null) return;
  const named: unknown = Reflect.get(part, "locationId") ?? Reflect.get(part, "location_id");
  if (named !== undefined && named !== context.location.id)
    throw new Forbidden("location", "The token does not have access to this location.");
}
