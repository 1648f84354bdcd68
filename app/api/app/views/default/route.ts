import { endpoint } from "@/lib/dialects/native/dialect";
import { Done } from "@/lib/dialects/native/session";
import { DefaultViewBody } from "@/lib/dialects/native/views";
import { chooseDefaultView } from "@/lib/views/choose-default-view";

export const PUT = endpoint({
  operation: "app-choose-default-view",
  summary: "Say with which view one's screen begins",
  permission: "leads.read",
  body: DefaultViewBody,
  answer: Done,
  input: ({ body }) => body,
  run: chooseDefaultView,
  print: () => ({ done: true as const }),
});
