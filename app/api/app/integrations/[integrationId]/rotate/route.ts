import { endpoint } from "@/lib/dialects/native/dialect";
import { IntegrationPath, RotatedIntegrationAnswer, RotateIntegrationBody } from "@/lib/dialects/native/settings";
import { rotateIntegration } from "@/lib/locations/rotate-integration";

export const POST = endpoint({
  operation: "app-rotate-integration",
  summary: "Give a private integration a new secret; the one before works for a while",
  permission: "settings.write",
  path: IntegrationPath,
  body: RotateIntegrationBody,
  answer: RotatedIntegrationAnswer,
  status: 201,
  input: ({ path, body }) => ({ ...path, ...body }),
  run: rotateIntegration,
  print: ({ previousExpiresAt, ...token }) => ({ ...token, previousExpiresAt: previousExpiresAt.toISOString() }),
});
