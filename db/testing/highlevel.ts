import { campaigns, workflows } from "@/db/schema/opportunities";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { createBusiness } from "@/lib/businesses/save-business";
import { change } from "@/lib/data/doors";
import type { RouteTable } from "@/lib/http/direct-door";
import { newId } from "@/lib/kit/id";
import { integrationScopes } from "@/lib/locations/model";
import { createContactNote } from "@/lib/notes/contact-notes";
import { listPipelines } from "@/lib/pipelines/list-pipelines";
import { createTag } from "@/lib/tags/create-tag";
import { createTask } from "@/lib/tasks/create-task";

/** A location with one record of each kind that the HighLevel API names, and programs with its tokens. */
export async function aHighLevelApi(table: RouteTable, given: Partial<Location> = {}) {
  const location = await aLocation(given);
  const user = await aMember(location);
  const context = contextOf(location, user);
  const lead = await aLead(location, {}, user);
  const contactId = lead.contact.id;
  const [campaignId, workflowId] = [newId(), newId()];
  await change(context, async (transaction) => {
    const { id: locationId } = location;
    await transaction.insert(campaigns).values({ locationId, id: campaignId, name: "Spring", slug: "spring" });
    await transaction.insert(workflows).values({ locationId, id: workflowId, name: "Welcome" });
    return { result: null, events: [{ type: "settings.changed", subject: { type: "location", id: locationId } }] };
  });
  const business = await createBusiness(context, { name: "Brightacre" });
  const note = await createContactNote(context, { contactId, body: "Called" });
  const task = await createTask(context, { contactId, title: "Call" });
  const tag = await createTag(context, { name: "spring" });
  const [pipeline] = await listPipelines(context);
  const ids: Record<string, string> = {
    locationId: location.id,
    contactId,
    opportunityId: lead.id,
    noteId: note.id,
    taskId: task.id,
    tagId: tag.id,
    businessId: business.id,
    campaignId,
    workflowId,
    userId: user.id,
    pipelineId: pipeline?.id ?? "",
    pipelineStageId: pipeline?.stages[0]?.id ?? "",
  };
  const program = async (scopes: readonly string[]) =>
    apiCaller(table, (await aToken(location, { kind: "private_integration", scopes: [...scopes] })).secret);
  const { secret } = await aToken(location, { kind: "private_integration", scopes: [...integrationScopes] });
  return { location, user, context, lead, ids, secret, call: apiCaller(table, secret), program };
}
