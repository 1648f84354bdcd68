import { endpoint } from "@/lib/dialects/native/dialect";
import { Done } from "@/lib/dialects/native/session";
import { printView, UpdateViewBody, ViewAnswer, ViewPath } from "@/lib/dialects/native/views";
import { deleteView } from "@/lib/views/delete-view";
import { updateView } from "@/lib/views/update-view";

export const PATCH = endpoint({
  operation: "app-update-view",
  summary: "Change a view",
  permission: "leads.read",
  path: ViewPath,
  body: UpdateViewBody,
  answer: ViewAnswer,
  input: ({ path, body }) => ({ id: path.viewId, changes: body }),
  run: updateView,
  print: printView,
});

export const DELETE = endpoint({
  operation: "app-delete-view",
  summary: "Delete a view",
  permission: "leads.read",
  path: ViewPath,
  answer: Done,
  input: ({ path }) => ({ id: path.viewId }),
  run: deleteView,
  print: () => ({ done: true as const }),
});
