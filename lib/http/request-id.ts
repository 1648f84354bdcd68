import { newId } from "@/lib/kit/id";

const pattern = /^[\w.:-]{1,64}$/;

/** The caller's own request id when it is a plain word, else a new one. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id");
  return given && pattern.test(given) ? given : newId();
}
