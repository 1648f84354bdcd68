import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { ListLostReasons, LostReason } from "@/lib/pipelines/list-lost-reasons";
import { count, iso, known, queryFlag, short } from "./fields";

export const LostReasonsQuery = known({
  locationId: short,
  name: short.optional(),
  query: short.optional(),
  deleted: queryFlag.optional(),
  skip: count(0, 10_000).default(0),
  limit: count(1, 1000).default(100),
  getCount: queryFlag.optional().describe("The count is there either way."),
});

/** Which reasons a query asks for. */
export const lostReasonsOf = (query: z.infer<typeof LostReasonsQuery>): ListLostReasons => ({
  name: query.name || undefined,
  part: query.query || undefined,
  retired: query.deleted,
  limit: query.limit,
  offset: query.skip,
});

export const LostReasonsAnswer = z.object({
  lostReasons: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      locationId: z.string(),
      createdAt: z.string(),
      updatedAt: z.string(),
    }),
  ),
  total: z.number(),
});

export const printLostReasons = (
  { reasons, total }: { reasons: LostReason[]; total: number },
  { location }: Context,
): z.infer<typeof LostReasonsAnswer> => ({
  lostReasons: reasons.map(({ id, name, createdAt, updatedAt }) => ({
    id,
    name,
    locationId: location.id,
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
  })),
  total,
});
