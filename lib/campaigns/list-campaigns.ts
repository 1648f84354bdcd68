import { and, asc, eq } from "drizzle-orm";
import { campaigns } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";

/** A campaign as lists show it. */
export type Campaign = { id: string; name: string; status: "draft" | "published" };

/** The location's campaigns, the oldest first; those of one status when it is given. */
export const listCampaigns = (context: Context, { status }: { status?: Campaign["status"] }): Promise<Campaign[]> =>
  readAtOnce(context, (transaction) =>
    transaction
      .select({ id: campaigns.id, name: campaigns.name, status: campaigns.status })
      .from(campaigns)
      .where(
        and(
          eq(campaigns.locationId, context.location.id),
          status === undefined ? undefined : eq(campaigns.status, status),
        ),
      )
      .orderBy(asc(campaigns.id)),
  );
