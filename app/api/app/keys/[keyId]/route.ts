import { endpoint } from "@/lib/dialects/native/dialect";
import { Done } from "@/lib/dialects/native/session";
import { KeyPath } from "@/lib/dialects/native/settings";
import { revokeKey } from "@/lib/locations/revoke-key";

export const DELETE = endpoint({
  operation: "app-revoke-key",
  summary: "Revoke a key",
  permission: "settings.write",
  path: KeyPath,
  answer: Done,
  input: ({ path }) => path.keyId,
  run: revokeKey,
  print: () => ({ done: true as const }),
});
