import { z } from "zod";
import { queryLimits } from "@/lib/leads/query/model";
import { type SavedView, viewLimits } from "@/lib/views/model";
import { id, time } from "./fields";

const Kind = z.enum(["table", "board"]);
const field = z.string().min(1).max(60);

/** A filter, checked where the fields of the location are known. */
const Filter = z
  .custom<object>((value) => typeof value === "object" && value !== null)
  .describe("Groups `{all: [...]}` or `{any: [...]}` of conditions `{field, operator, value}` and groups.");

/** A query of leads in a body. */
export const LeadQueryBody = z.object({
  filter: Filter,
  sorts: z
    .array(z.object({ field, direction: z.enum(["asc", "desc"]) }))
    .max(queryLimits.sorts)
    .default([]),
  search: z.string().trim().max(queryLimits.textLength).optional(),
  deleted: z.boolean().optional(),
});

const Column = z.object({ field, width: z.int().min(20).max(2000).optional(), pinned: z.boolean().optional() });

const Settings = z
  .record(
    z.string().min(1).max(60),
    z.union([z.string().max(viewLimits.settingLength), z.number(), z.boolean(), z.null()]),
  )
  .refine((settings) => Object.keys(settings).length <= viewLimits.settings, "These are too many settings.")
  .describe("What the screen keeps besides: small values by names of its own, such as `groupBy`.");

const changeable = {
  name: z.string().trim().min(1).max(viewLimits.name),
  shared: z.boolean().describe("Whether everybody in the location has it."),
  query: LeadQueryBody,
  columns: z.array(Column).max(viewLimits.columns).describe("The fields that are shown, in their order."),
  settings: Settings,
};

export const ViewsQuery = z.object({ kind: Kind.optional() });
export const ViewPath = z.object({ viewId: id });
export const CreateViewBody = z
  .object({ kind: Kind, ...changeable })
  .partial({ shared: true, columns: true, settings: true });
export const UpdateViewBody = z.object({ ...changeable, position: z.int().min(0).max(100_000) }).partial();
export const DefaultViewBody = z.object({ kind: Kind, viewId: id.nullable() });

export const ViewAnswer = z.object({
  id: z.string(),
  kind: Kind,
  owner: z.object({ id: z.string(), name: z.string() }),
  changeable: z.boolean().describe("Whether the caller may change it."),
  isDefault: z.boolean().describe("Whether the caller's screen begins with it."),
  ...changeable,
  position: z.int(),
  updatedAt: time,
});

export const ViewsAnswer = z.object({ views: z.array(ViewAnswer) });
export type CreateViewBody = z.input<typeof CreateViewBody>;
export type ViewAnswer = z.infer<typeof ViewAnswer>;
export type ViewsAnswer = z.infer<typeof ViewsAnswer>;

/** A view as the wire shows it. */
export const printView = ({ updatedAt, ...view }: SavedView): z.input<typeof ViewAnswer> => ({
  ...view,
  updatedAt: updatedAt.toISOString(),
});

export const printViews = (views: SavedView[]): z.input<typeof ViewsAnswer> => ({ views: views.map(printView) });
