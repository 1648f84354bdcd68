import { z } from "zod";
import { id } from "./fields";

export const UndoBody = z.object({
  events: z
    .array(id)
    .min(1)
    .max(1000)
    .describe("Ids of events, as the header `Leadwright-Events` of the answers to what is to be undone named them."),
});

export const UndoAnswer = z.object({
  count: z.int().describe("How many things were taken back."),
  leadIds: z.array(z.string()).describe("The leads that they were about."),
  isFinal: z.boolean().describe("Whether it stays so: this undoing can not be undone in turn."),
  remarks: z.array(z.string()).describe("What could not be taken back with it, such as a mail that went out."),
});

export type UndoAnswer = z.infer<typeof UndoAnswer>;
