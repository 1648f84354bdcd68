import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { leadTallies, opportunities, stages } from "@/db/schema/opportunities";
import { type Context, seesAll, visibilityOf } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import { opportunitiesOfIds, type Opportunity, type OpportunityDetails } from "./get-opportunity";
import { countRows, countSought, estimateLeads, sumTallies } from "./internal/count-leads";
import type { RowOrder } from "./internal/lead-rows";
import type { WantedPage } from "./internal/looks";
import { type OpportunityFilter, opportunityQuestion } from "./internal/opportunity-question";
import { bindReader } from "./internal/readable";
import { estimateOf, type FoundPage, seekPage } from "./internal/seek-page";

/** Which opportunities are asked for, and which page of them. */
export type OpportunitySearch = OpportunityFilter & {
  direction: "asc" | "desc";
  limit: number;
  offset: number;
  /** The opportunity that the page comes after; or the moment after which, where only that is known. */
  after?: { id?: string; createdAt?: Date };
  details: OpportunityDetails;
};

export type OpportunityPage = { opportunities: Opportunity[]; hasMore: boolean; total: number };

/**
 * A page of the opportunities that the caller may read, in the order in which they were made. The total
 * is told by tallies where they know; else it is exact up to 10,000. Of words it is exact in locations of
 * up to 20,000 leads, and where it took all that have them to fill a page.
 */
export function searchOpportunities(context: Context, asked: OpportunitySearch): Promise<OpportunityPage> {
  return read(context, async (transaction) => {
    const question = await opportunityQuestion(transaction, context, asked);
    const place = await placeOf(transaction, context, asked);
    const visibility = visibilityOf(context);
    const start: WantedPage = {
      question,
      visibility,
      values: { ...bindReader(context), ...question.values },
      order: inOrder(asked.direction),
      told: [],
      // One more than asked for, to know whether there is more.
      limit: asked.limit + 1,
      offset: place ? 0 : asked.offset,
      // Words are bound where they are.
      shape: question.sought.length > 0 ? null : `${question.shape} ${asked.direction}, ${visibility}`,
    };
    const wanted = place ? behind(start, place) : start;
    const all = () => countAll(transaction, context, asked, start);
    const seek = (page: WantedPage) => seekPage(transaction, page, { countAll: all, isThorough: true });
    const [found, counted] = await Promise.all([seek(wanted), question.sought.length > 0 ? null : all()]);
    const ids = found.places.map(({ id }) => id).slice(0, asked.limit);
    const total = counted ?? (await totalOf(transaction, start, place ? await seek(start) : found));
    return {
      opportunities: await opportunitiesOfIds(transaction, context, ids, asked.details),
      hasMore: found.places.length > asked.limit,
      // An estimate does not hide a next page.
      total: Math.max(total, ids.length > 0 ? start.offset + found.places.length : 0),
    };
  });
}

/** By creation, in an order that indexes have in either direction. */
function inOrder(direction: "asc" | "desc"): RowOrder {
  const ordered = direction === "asc" ? asc : desc;
  return { by: sql`${ordered(opportunities.createdAt)}, ${ordered(opportunities.id)}`, byCreation: direction };
}

/** The opportunity, or the moment, that a page comes after. */
type Place = { id: string; moment: string | null };

/** Where a page begins. The moment is read from the row where it is there: programs are told it to the millisecond only. */
async function placeOf(
  transaction: ReadTransaction,
  { location }: Context,
  { after, direction }: OpportunitySearch,
): Promise<Place | null> {
  if (!after) return null;
  // A moment without an id comes after all that were made at it.
  const { id = direction === "asc" ? "~" : "", createdAt } = after;
  const query = prepared(transaction, "moment of an opportunity", (connection) =>
    connection
      .select({ moment: sql<string>`${opportunities.createdAt}::text` })
      .from(opportunities)
      .where(
        and(eq(opportunities.locationId, sql.placeholder("locationId")), eq(opportunities.id, sql.placeholder("id"))),
      ),
  );
  const [row] = await query.execute({ locationId: location.id, id });
  return { id, moment: row?.moment ?? createdAt?.toISOString() ?? null };
}

/** The page that comes after a place, instead of the first. */
const behind = (start: WantedPage, { id, moment }: Place): WantedPage => ({
  ...start,
  values: { ...start.values, afterMoment: moment, afterId: id },
  order: { ...start.order, from: moment ?? undefined, beyond: [isBehind(start.order)] },
  shape: start.shape && `${start.shape}, behind`,
});

const isBehind = ({ byCreation }: RowOrder): SQL => sql`(${opportunities.createdAt}, ${opportunities.id})
  ${byCreation === "asc" ? sql`>` : sql`<`} (${sql.placeholder("afterMoment")}::timestamptz, ${sql.placeholder("afterId")})`;

/** In locations of more leads it is estimated how many have words. */
const countedInAll = 20_000;

/** How many there are of what is sought, after what was found of the first page. */
async function totalOf(transaction: ReadTransaction, wanted: WantedPage, found: FoundPage): Promise<number> {
  const { matched, sample } = found;
  if (matched !== null || sample === null) return matched ?? 0;
  const isCounted = sample.all !== null && sample.all <= countedInAll;
  return isCounted ? countSought(transaction, wanted, null) : estimateOf(sample);
}

/** The parts of a question that the tallies can tell. */
const tallied: ReadonlySet<string> = new Set(["pipelineId", "stageId", "status"]);

/** How many there are but for what is sought: exact up to 10,000, and where the tallies know. */
async function countAll(
  transaction: ReadTransaction,
  context: Context,
  { status }: OpportunitySearch,
  { question, visibility, values }: WantedPage,
): Promise<number> {
  if (seesAll(context) && Object.keys(question.values).every((name) => tallied.has(name)))
    return sumTallies(transaction, { question, values }, [
      status === "all" ? undefined : eq(leadTallies.archived, false),
      "status" in question.values ? eq(leadTallies.status, sql.placeholder("status")) : undefined,
      "stageId" in question.values ? eq(leadTallies.stageId, sql.placeholder("stageId")) : undefined,
      "pipelineId" in question.values ? sql`${leadTallies.stageId} in (${stagesOfPipeline})` : undefined,
    ]);
  const plain = { question: { ...question, sought: [] }, visibility, values };
  return (await countRows(transaction, plain)) ?? estimateLeads(transaction, plain);
}

const stagesOfPipeline = sql`select ${stages.id} from ${stages}
  where ${stages.locationId} = ${sql.placeholder("locationId")} and ${stages.pipelineId} = ${sql.placeholder("pipelineId")}`;
