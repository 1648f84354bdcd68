import { NotFound } from "@/lib/access/errors";
import { Problem, problem } from "./dialect";
import { publicEndpoint } from "./public-endpoint";

const message = "There is nothing at this path. The document at /api/openapi.json says what there is.";

/** The answer to every path of the API that no route has. */
export const unknownPath = publicEndpoint({
  operation: "unknown-path",
  summary: "Any path that no other route has",
  answers: { 404: Problem },
  run: (_, requestId) => problem(new NotFound("path", message), requestId),
});
