import { deleteStage } from "@/lib/bulk/delete-stage";
import { endpoint } from "@/lib/dialects/native/dialect";
import { DeletedIntoAnswer, DeleteIntoQuery, printDeletedInto, StageParameters } from "@/lib/dialects/native/pipelines";

export const DELETE = endpoint({
  operation: "app-delete-stage",
  summary: "Delete a stage; its leads go to another one",
  permission: "settings.write",
  path: StageParameters,
  query: DeleteIntoQuery,
  answer: DeletedIntoAnswer,
  failures: [409],
  input: ({ path: { stageId }, query: { target } }) => ({ stageId, targetId: target }),
  run: deleteStage,
  print: printDeletedInto,
});
