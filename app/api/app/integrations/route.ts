import { endpoint } from "@/lib/dialects/native/dialect";
import { CreatedKeyAnswer, CreateIntegrationBody } from "@/lib/dialects/native/settings";
import { createIntegration } from "@/lib/locations/create-integration";

export const POST = endpoint({
  operation: "app-create-integration",
  summary: "Make the token of a private integration; its secret is answered this once",
  permission: "settings.write",
  body: CreateIntegrationBody,
  answer: CreatedKeyAnswer,
  status: 201,
  input: ({ body }) => body,
  run: createIntegration,
  print: (token) => token,
});
