import { NotFound } from "@/lib/access/errors";
import type { Dialect } from "@/lib/http/dialect";
import { createPublicEndpoint } from "@/lib/http/public-endpoint";
import { crmLead } from "./crm-lead/dialect";
import { documentedOperations } from "./highlevel/catalogue";
import { highlevel } from "./highlevel/dialect";
import { leadsRest } from "./leads-rest/dialect";
import { leadsV1 } from "./leads-v1/dialect";
import { native, problem } from "./native/dialect";

const message = "There is nothing at this path. The document at /api/openapi.json says what there is.";

/** The dialects by the first segment of their paths. Of the two below `v1` it is the one with many paths. */
const dialects: ReadonlyMap<string | undefined, Dialect> = new Map<string | undefined, Dialect>([
  ...documentedOperations.map(({ path }) => [path.split("/")[1], highlevel] as const),
  ["v1", leadsV1],
  ["leads", leadsRest],
  ["crm", crmLead],
]);

/** The dialect that a path below `/api` is of, whether it has one like that or not; ours where no other is near. */
const dialectOf = ({ url }: Request): Dialect => dialects.get(new URL(url).pathname.split("/")[2]) ?? native;

/** The answer to every path of the API that no route has, as the dialect that it would be of prints it. */
export const unknownPath = createPublicEndpoint(problem)({
  operation: "unknown-path",
  summary: "Any path that no other route has",
  answers: { 404: native.error },
  run: (request, requestId) => dialectOf(request).refuse(new NotFound("path", message), requestId, "unknown-path"),
});
