import { Conflict } from "@/lib/access/errors";
import { removeClient } from "@/lib/clients/remove-client";
import { returnQuotes } from "@/lib/quotes/return-quotes";
import { type Inverse, putBack } from "./inverse";

/** Makes a converted lead a lead again: its client goes with the login, and gives the lead's quotes back. */
export const unconvert: Inverse = async (transaction, context, happened) => {
  const { subject, after } = happened;
  const { clientId } = after;
  if (typeof clientId !== "string") throw new Conflict("not_undoable", "This can not be undone.");
  const takenBack = await putBack("lead.unconverted")(transaction, context, happened);
  await returnQuotes(context, { clientId, to: { opportunityId: subject.id, contactId: subject.contactId } });
  await removeClient(context, clientId);
  return takenBack;
};
