import { endpoint } from "@/lib/dialects/native/dialect";
import { CreatedKeyAnswer, CreateKeyBody, KeysAnswer, printKeys } from "@/lib/dialects/native/settings";
import { createKey } from "@/lib/locations/create-key";
import { listKeys } from "@/lib/locations/list-keys";

export const GET = endpoint({
  operation: "app-list-keys",
  summary: "The keys that open the location",
  permission: "settings.write",
  answer: KeysAnswer,
  input: () => undefined,
  run: listKeys,
  print: printKeys,
});

export const POST = endpoint({
  operation: "app-create-key",
  summary: "Make a key; its secret is answered this once",
  permission: "settings.write",
  body: CreateKeyBody,
  answer: CreatedKeyAnswer,
  status: 201,
  input: ({ body }) => body,
  run: createKey,
  print: (key) => key,
});
