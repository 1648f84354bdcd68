import { and, asc, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import { leadCategories, pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { listLeadFields } from "@/lib/custom-fields/lead-values";
import type { CustomField } from "@/lib/custom-fields/model";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LeadStatus } from "@/lib/leads/model";

export type KnownStage = { id: string; key: string; name: string; pipelineId: string; pipelineName: string };
export type KnownMember = { id: string; name: string; username: string; emailNormal: string };

/** What the cells of a file may name: looked up once, not for every row. */
export type References = {
  /** Those of the default pipeline first, each pipeline's in its order. */
  stages: KnownStage[];
  members: KnownMember[];
  fields: CustomField[];
  categoryId: string;
};

/** The stages, members and custom fields of the caller's location as they are now. */
export async function loadReferences(transaction: ReadTransaction, context: Context): Promise<References> {
  const locationId = context.location.id;
  const [known, people, fields, [category]] = await Promise.all([
    transaction
      .select({
        id: stages.id,
        key: stages.key,
        name: stages.name,
        pipelineId: stages.pipelineId,
        pipelineName: pipelines.name,
        isDefault: pipelines.isDefault,
      })
      .from(stages)
      .innerJoin(pipelines, and(eq(pipelines.locationId, stages.locationId), eq(pipelines.id, stages.pipelineId)))
      .where(eq(stages.locationId, locationId))
      .orderBy(asc(pipelines.position), asc(stages.position)),
    transaction
      .select({ id: users.id, name: users.name, username: users.username, emailNormal: users.emailNormal })
      .from(members)
      .innerJoin(users, and(eq(users.companyId, members.companyId), eq(users.id, members.userId)))
      .where(and(eq(members.locationId, locationId), isNull(members.deactivatedAt), isNull(users.deactivatedAt))),
    listLeadFields(transaction, context),
    transaction
      .select({ id: leadCategories.id })
      .from(leadCategories)
      .where(and(eq(leadCategories.locationId, locationId), leadCategories.isDefault)),
  ]);
  if (!category) throw new Error("The location has no default category of leads.");
  return {
    stages: known.toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault)),
    members: people,
    fields,
    categoryId: category.id,
  };
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** A name without what stands behind it in parentheses, as some exports write `Proposal (Sales Pipeline)`. */
const bare = (word: string): string => plain(word.replace(/\([^()]*\)\s*$/, ""));

/** The stage of a name or key, in the pipeline of a name when one is given; the first of several. */
export function findStageByWord(
  { stages: known }: References,
  word: string,
  pipeline: string | null,
): KnownStage | null {
  const within = pipeline ? known.filter(({ pipelineName }) => plain(pipelineName) === plain(pipeline)) : known;
  const findBy = (said: string) => within.find(({ name, key }) => plain(name) === said || plain(key) === said) ?? null;
  return findBy(plain(word)) ?? findBy(bare(word));
}

/** The first stage of the pipeline of a name; null when there is none. */
export const firstStageOf = ({ stages: known }: References, pipeline: string): KnownStage | null =>
  known.find(({ pipelineName }) => plain(pipelineName) === plain(pipeline)) ?? null;

const statuses: Record<string, LeadStatus> = {
  open: "open",
  new: "open",
  won: "won",
  closedwon: "won",
  lost: "lost",
  closedlost: "lost",
  abandoned: "abandoned",
};

/** The status that a word of another program means; undefined when it is none. */
export const statusOf = (word: string): LeadStatus | undefined => statuses[bare(word)];

/** The active member whom an email, a username or a name means; a name that several have means nobody. */
export function findMemberByWord({ members: known }: References, word: string): KnownMember | null {
  const lower = word.trim().toLowerCase();
  const exact = known.find(({ emailNormal, username }) => emailNormal === lower || username.toLowerCase() === lower);
  if (exact) return exact;
  const named = known.filter(({ name }) => plain(name) === plain(word));
  return named.length === 1 ? (named[0] ?? null) : null;
}
