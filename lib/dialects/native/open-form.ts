import type { z } from "zod";
import { DomainError, InternalFailure, Invalid } from "@/lib/access/errors";
import { issuesOf } from "@/lib/http/issues";
import { log } from "@/lib/http/log";
import { readBody } from "@/lib/http/read-body";
import { requestIdOf } from "@/lib/http/request-id";
import { problem } from "./dialect";

/** These forms have a line or two. */
const limitBytes = 16_384;

/**
 * A handler for the few forms of people who are not signed in, such as a forgotten password: JSON in,
 * problem details when it is refused, an empty object when it is done.
 */
export function openForm<Body extends z.ZodType>(
  body: Body,
  run: (input: z.output<Body>, request: Request) => Promise<void>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = requestIdOf(request);
    const headers = { "cache-control": "no-store", "x-request-id": requestId };
    try {
      const sent = (await readBody(request, ["json"], limitBytes)) ?? {};
      const parsed = body.safeParse(sent);
      if (!parsed.success) throw new Invalid(issuesOf(parsed, sent));
      await run(parsed.data, request);
      return Response.json({}, { headers });
    } catch (error) {
      if (!(error instanceof DomainError)) log.error({ err: error, requestId }, "an open form failed");
      const refusal = problem(error instanceof DomainError ? error : new InternalFailure(), requestId);
      return Response.json(refusal.body, { status: refusal.status, headers: { ...headers, ...refusal.headers } });
    }
  };
}
