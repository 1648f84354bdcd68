import { PipelineSettingsAnswer, PipelineSettingsBody, printPipelineSettings } from "@/lib/dialects/native/board";
import { endpoint } from "@/lib/dialects/native/dialect";
import { readPipelineSettings } from "@/lib/pipelines/read-pipeline-settings";
import { savePipelineSettings } from "@/lib/pipelines/save-pipeline-settings";

export const GET = endpoint({
  operation: "app-read-pipeline-settings",
  summary: "Why deals are lost, whether that is asked, and when a deal has stalled",
  permission: "leads.read",
  answer: PipelineSettingsAnswer,
  input: () => undefined,
  run: readPipelineSettings,
  print: printPipelineSettings,
});

export const PUT = endpoint({
  operation: "app-save-pipeline-settings",
  summary: "Change them; what is left out stays",
  permission: "settings.write",
  body: PipelineSettingsBody,
  answer: PipelineSettingsAnswer,
  input: ({ body }) => body,
  run: savePipelineSettings,
  print: printPipelineSettings,
});
