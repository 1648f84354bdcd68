import { z } from "zod";

export const StageAnswer = z.object({
  id: z.string(),
  number: z.int(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  color: z.string().describe("`#rrggbb`, as the location chose it."),
  probability: z.int(),
  pipeline: z.object({ id: z.string(), name: z.string() }),
});

export const StagesAnswer = z.object({ stages: z.array(StageAnswer) });
export type StagesAnswer = z.infer<typeof StagesAnswer>;
