import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import type { LeadsCommand } from "@/lib/bulk/model";
import { together } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { assignLeads, findActiveMember } from "./assign-leads";
import { deleteLeads } from "./delete-leads";
import { lockMany } from "./internal/lock-many";
import { findLostReason, requireLost } from "./internal/lost-reason";
import { findStage } from "./internal/resolve";
import { type MoveLeads, moveLeads } from "./move-leads";
import { restoreLeads } from "./restore-leads";
import { tagLeads } from "./tag-leads";

/**
 * Does one thing to each of many leads, in one transaction; those that the caller may not read, or
 * that are that way already, are left as they are. Answers how many changed.
 * @throws Invalid for a user, stage or reason that is not there, and for a reason of what is not lost.
 */
export async function changeLeads(
  context: Context,
  { ids, command }: { ids: readonly string[]; command: LeadsCommand },
): Promise<number> {
  // Every lead that changes is told by one event.
  const written: string[] = [];
  await together(context, async (inside) => act({ ...inside, written }, ids, command));
  context.written?.push(...written);
  return written.length;
}

type Inside = Parameters<Parameters<typeof together>[1]>[0];

function act(context: Inside, ids: readonly string[], command: LeadsCommand): Promise<unknown> {
  switch (command.type) {
    case "assign":
      return assignLeads(context, { ids, ownerId: command.ownerId });
    case "stage":
      return move(context, ids, { stageId: command.stageId });
    case "status":
      return move(context, ids, { status: command.status, lostReasonId: command.lostReasonId });
    case "archive":
      return move(context, ids, { archived: true });
    case "activate":
      return move(context, ids, { archived: false });
    case "addTags":
      return tagLeads(context, { ids, add: command.tags });
    case "removeTags":
      return tagLeads(context, { ids, remove: command.tags });
    case "delete":
      return deleteLeads(context, { ids });
    case "restore":
      return restoreLeads(context, { ids });
  }
}

async function move(context: Inside, ids: readonly string[], to: Omit<MoveLeads, "leads">): Promise<void> {
  const readable = new Set((await lockMany(context.transaction, context, ids)).map(({ id }) => id));
  const leads = ids.filter((id) => readable.has(id)).map((id) => ({ id }));
  if (leads.length > 0) await moveLeads(context, { leads, ...to });
}

/** Looks whether what a command names is there. @throws Invalid at what is not, and for a reason of what is not lost. */
export async function checkCommand(
  transaction: ReadTransaction,
  context: Context,
  command: LeadsCommand,
): Promise<void> {
  if (command.type === "assign" && command.ownerId !== null)
    await findActiveMember(transaction, context, command.ownerId);
  if (command.type === "stage" && !(await findStage(transaction, context, { id: command.stageId })))
    throw Invalid.field("stageId", "unknown", "There is no such stage. Choose one of the location's stages.");
  if (command.type !== "status" || !command.lostReasonId) return;
  requireLost(command.status);
  await findLostReason(transaction, context, command.lostReasonId);
}
