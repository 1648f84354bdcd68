import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { describeEvent, type PastEvent } from "@/lib/events/model";
import { wallTime } from "@/lib/kit/zone";
import type { Lead } from "@/lib/leads/model";
import type { Note } from "@/lib/notes/model";
import { answer, answerOf } from "./answers";
import { slug } from "./fields";
import { LeadSummary, printSummary } from "./lead";
import { sentences } from "./sentences";

const words = { required: sentences.requiredAndNotBlank, blank: sentences.requiredAndNotBlank };

export const LeadDetailsQuery = z.object({ slug: slug(words) });

export const LeadDetailsAnswer = answerOf(
  LeadSummary.extend({
    message: z.string(),
    recent_activities: z.array(
      z.object({
        id: z.int(),
        activity_type: z.string().describe("Such as `lead.created`."),
        created: z.string(),
        activity: z.string().describe("A sentence for people."),
      }),
    ),
    notes: z.array(z.object({ id: z.int(), note: z.string(), note_created: z.string(), user: z.string() })),
    conversion: z.number().describe("The chance of winning it, in percent."),
  }),
);

type Details = { lead: Lead; notes: Note[]; activities: PastEvent[] };

export function printDetails(
  { lead, notes, activities }: Details,
  context: Context,
): z.infer<typeof LeadDetailsAnswer> {
  const at = (instant: Date) => wallTime(instant, context.location.timeZone);
  return answer({
    ...printSummary(lead, context),
    message: lead.description ?? "",
    recent_activities: activities.map((event) => ({
      id: event.number,
      activity_type: event.type,
      created: at(event.occurredAt),
      activity: describeEvent(event),
    })),
    notes: notes.map(({ number, body, createdAt, authorName }) => ({
      id: number,
      note: body,
      note_created: at(createdAt),
      user: authorName,
    })),
    conversion: lead.stage.probability,
  });
}
