import type { z } from "zod";
import { DomainError, InternalFailure } from "@/lib/access/errors";
import type { Refusal } from "./dialect";
import type { RouteParams } from "./endpoint";
import { jsonAnswer } from "./json-answer";
import { log } from "./log";
import { requestIdOf } from "./request-id";

/** What one answer of a public endpoint is. */
export type PublicAnswer = { status: number; body: unknown; headers?: Record<string, string> };

/** One operation that needs no credentials, belongs to no location and says nothing of anybody's. */
export type PublicDeclaration = {
  /** Unique name. */
  operation: string;
  summary: string;
  description?: string;
  /** The whole bodies of its answers, by status. */
  answers: Readonly<Record<number, z.ZodType>>;
  run: (request: Request, requestId: string) => PublicAnswer | Promise<PublicAnswer>;
};

/** A route handler that carries its declaration, for the document and the tests. */
export type PublicEndpoint = ((request: Request, route: RouteParams) => Promise<Response>) & {
  publicDeclaration: PublicDeclaration;
  /** How it prints an error. */
  refuse: Refuse;
};

type Refuse = (error: DomainError, requestId: string) => Refusal;

/** Makes the `publicEndpoint` that prints errors as `refuse` does. A defect is logged, and its text not shown. */
export function createPublicEndpoint(refuse: Refuse) {
  return function publicEndpoint(publicDeclaration: PublicDeclaration): PublicEndpoint {
    const handle = async (request: Request): Promise<Response> => {
      const requestId = requestIdOf(request);
      let answer: PublicAnswer;
      try {
        answer = await publicDeclaration.run(request, requestId);
      } catch (error) {
        if (!(error instanceof DomainError))
          log.error({ err: error, requestId, operation: publicDeclaration.operation }, "request failed");
        answer = refuse(error instanceof DomainError ? error : new InternalFailure(), requestId);
      }
      return jsonAnswer(answer.body, {
        status: answer.status,
        headers: { "cache-control": "no-store", "x-request-id": requestId, ...answer.headers },
      });
    };
    return Object.assign(handle, { publicDeclaration, refuse });
  };
}
