import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { type Board, type BoardCard, leadStatuses } from "@/lib/leads/model";
import type { PipelineSettings } from "@/lib/pipelines/model";
import { asOf, id, Named, time } from "./fields";
import { leadQueryParameters } from "./lead-query";
import { StalledDays } from "./pipelines";

const filter = {
  filter: leadQueryParameters.filter,
  status: z.enum([...leadStatuses, "all"]).default("open"),
  search: z.string().max(200).optional().describe("Words of the name, the contact, the company or the email address."),
};

export const BoardQuery = z.object({ pipeline: id.optional().describe("The default one without it."), ...filter });

export const BoardAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  currency: z.string().describe("The location's own, ISO 4217."),
  pipeline: Named,
  pipelines: z.array(Named),
  columns: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      name: z.string(),
      color: z.string(),
      probability: z.int(),
      stalledAfterDays: z.int().describe("Days without a move after which an open deal here has stalled."),
      count: z.int(),
      sums: z
        .array(
          z.object({
            currency: z.string(),
            minor: z.int(),
            weightedMinor: z
              .int()
              .describe("Open deals at the stage's probability, rounded once for the column, half away from zero."),
          }),
        )
        .describe("By currency, the location's own first."),
    }),
  ),
  asksLostReason: z.boolean(),
  lostReasons: z.array(Named),
});

export const BoardCardAnswer = z.object({
  id: z.string(),
  number: z.int(),
  name: z.string(),
  version: z.int(),
  stageId: z.string(),
  position: z.string().describe("Its rank in the stage; compared as bytes, then by id."),
  stageChangedAt: time,
  status: z.enum(leadStatuses),
  isArchived: z.boolean(),
  valueMinor: z.int().nullable(),
  currency: z.string(),
  contactName: z.string().nullable(),
  companyName: z.string().nullable(),
  tags: z.array(z.string()),
  owner: Named.nullable(),
  next: z
    .object({ kind: z.enum(["task", "appointment"]), title: z.string(), at: time })
    .nullable()
    .describe("The first open task, late or not, or the next appointment, whichever comes first."),
});

/** A place in a column as a cursor says it: the rank and the id of a card. */
const Cursor = z.string().regex(/^[0-9A-Za-z]+\.[0-9A-Za-z]{20}$/, "This is not the `next` of a page.");

export const BoardCardsQuery = z.object({
  stage: id,
  ...filter,
  after: Cursor.optional().describe("The `next` of the page before."),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const BoardCardsAnswer = z.object({
  cards: z.array(BoardCardAnswer),
  next: z.string().nullable().describe("Send it as `after` for the next page; null on the last."),
});

export const CardsByIdQuery = z.object({
  ids: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(id).max(100))
    .describe("Ids of leads, between commas; 100 at most."),
  ...filter,
});
export const CardsAnswer = z.object({ cards: z.array(BoardCardAnswer) });

export const MoveBody = z.object({
  leads: z
    .array(
      z.object({
        id,
        version: z.int().optional().describe("The version that was read: a move that clashes with another is refused."),
      }),
    )
    .min(1)
    .max(200)
    .refine((leads) => new Set(leads.map((lead) => lead.id)).size === leads.length, "A lead is named twice.")
    .describe("In the order in which they are to stand."),
  stageId: id.optional(),
  place: z
    .object({ after: id.optional(), before: id.optional() })
    .optional()
    .describe("Right below the lead `after`, else right above `before`, else at the top."),
  status: z.enum(leadStatuses).optional(),
  lostReasonId: id.nullish(),
  archived: z.boolean().optional(),
});

export const AddCardBody = z.object({
  stageId: id,
  name: z.string().trim().min(1, "Say whom or what it is about.").max(255),
  valueMinor: z.int().nullish(),
});

export const PipelineSettingsAnswer = z.object({
  asksLostReason: z.boolean(),
  stalledAfterDays: z.int(),
  lostReasons: z.array(Named),
});

export const PipelineSettingsBody = z.object({
  asksLostReason: z.boolean().optional(),
  stalledAfterDays: StalledDays.optional(),
  lostReasons: z
    .array(
      z.object({
        id: id.optional(),
        name: z.string().trim().min(1, "Say the reason in a word or two.").max(80, "Say it in 80 letters or fewer."),
      }),
    )
    .max(50)
    .optional()
    .describe("All of them, in their order; those left out are not offered any more."),
  stages: z.array(z.object({ id, stalledAfterDays: StalledDays.nullable() })).optional(),
});

export type BoardAnswer = z.infer<typeof BoardAnswer>;
export type BoardCardAnswer = z.infer<typeof BoardCardAnswer>;
export type BoardCardsAnswer = z.infer<typeof BoardCardsAnswer>;
export type CardsAnswer = z.infer<typeof CardsAnswer>;
export type MoveBody = z.input<typeof MoveBody>;
export type PipelineSettingsAnswer = z.infer<typeof PipelineSettingsAnswer>;
export type PipelineSettingsBody = z.input<typeof PipelineSettingsBody>;

/** A board as the wire shows it. */
export const printBoard = (board: Board, context: Context): BoardAnswer => ({
  ...asOf(context),
  currency: context.location.currency,
  ...board,
});

/** A card as the wire shows it. */
export const printCard = ({ stageChangedAt, next, ...card }: BoardCard): BoardCardAnswer => ({
  ...card,
  stageChangedAt: stageChangedAt.toISOString(),
  next: next && { ...next, at: next.at.toISOString() },
});

/** A page of cards as the wire shows it. */
export function printCards({ cards, hasMore }: { cards: BoardCard[]; hasMore: boolean }): BoardCardsAnswer {
  const last = hasMore ? cards.at(-1) : undefined;
  return { cards: cards.map(printCard), next: last ? `${last.position}.${last.id}` : null };
}

/** The query of a page of cards as the domain takes it. */
export const cardsInput = ({ query: { stage, after, ...rest } }: { query: z.output<typeof BoardCardsQuery> }) => ({
  stageId: stage,
  after: after === undefined ? undefined : placeOf(after),
  ...rest,
});

/** The place that a cursor says. */
function placeOf(cursor: string): { position: string; id: string } {
  const [position = "", leadId = ""] = cursor.split(".");
  return { position, id: leadId };
}

/** The settings as the wire shows them. */
export const printPipelineSettings = (settings: PipelineSettings): PipelineSettingsAnswer => settings;
