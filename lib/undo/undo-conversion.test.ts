import { eq, inArray } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { events as log, quotes } from "@/db/schema/activity";
import { users } from "@/db/schema/companies";
import { businesses, clients } from "@/db/schema/contacts";
import { outboxMail } from "@/db/schema/platform";
import { aLead, aLocation, contextOf } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { change, read, together } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { convertLead, type ConvertLead } from "@/lib/leads/convert-lead";
import { deleteLead } from "@/lib/leads/delete-lead";
import { getLead } from "@/lib/leads/get-lead";
import type { Lead } from "@/lib/leads/model";
import { updateLead } from "@/lib/leads/update-lead";
import { resetPassword } from "@/lib/users/reset-password";
import { undoEvents } from "./undo-events";

let location: Location;
let context: Context;
let lead: Lead;
let email: string;

beforeAll(async () => {
  location = await aLocation();
});
beforeEach(async () => {
  lead = await aLead(location, { contact: { firstName: "Ada", lastName: "Byron", companyName: "Engines" } });
  context = contextOf(location);
  email = `${newId().toLowerCase()}@example.com`;
});

/** Converts the lead. Answers the events that undoing needs, and the client. */
async function converts(given: Partial<ConvertLead> = {}) {
  const events: string[] = [];
  const person = { firstName: "Jane", lastName: "Doe", email, companyName: `Firm ${email}` };
  const choices = { sendsWelcomeMail: false, deletesLead: false };
  const client = await convertLead({ ...context, written: events }, { lead, ...person, ...choices, ...given });
  return { client, events };
}

const aQuote = (owner: { opportunityId: string } | { clientId: string }) =>
  change(context, async (transaction) => {
    const id = newId();
    const row = { locationId: location.id, id, title: "Website", totalMinor: 5000, currency: "USD" };
    await transaction.insert(quotes).values({ ...row, ...owner });
    return { result: id, events: [{ type: "settings.changed", subject: { type: "quote", id } }] };
  });

/** What a conversion leaves behind beside the lead itself. */
const traces = (client: { id: string; contactId: string }) =>
  read(context, async (transaction) => ({
    clients: await transaction.$count(clients, eq(clients.id, client.id)),
    logins: await transaction.$count(users, eq(users.emailNormal, email)),
    firms: await transaction
      .select({ isGone: businesses.deletedAt })
      .from(businesses)
      .where(eq(businesses.name, `Firm ${email}`)),
  }));

const mails = () =>
  read(context, (transaction) => transaction.select().from(outboxMail).where(eq(outboxMail.toAddress, email)));
const secretOf = (text: string | undefined) => /token=([\w-]+)/.exec(text ?? "")?.[1] ?? "";

test.each([{ deletesLead: false }, { deletesLead: true }])(
  "undoing a conversion leaves nothing of it ($deletesLead)",
  async (given) => {
    const quoteIds = [await aQuote({ opportunityId: lead.id }), await aQuote({ opportunityId: lead.id })];
    const { client, events } = await converts(given);
    const undone = await undoEvents(context, { events });
    expect(undone).toMatchObject({ leadIds: [lead.id], isFinal: true, remarks: [] });
    const { version, updatedAt, ...was } = lead;
    const now = await getLead(context, { id: lead.id });
    expect(now).toMatchObject(was);
    expect(now.version).toBeGreaterThan(version);
    expect(now.updatedAt.getTime()).toBeGreaterThanOrEqual(updatedAt.getTime());
    const returned = await read(context, (transaction) =>
      transaction.select().from(quotes).where(inArray(quotes.id, quoteIds)),
    );
    for (const quote of returned)
      expect(quote).toMatchObject({ opportunityId: lead.id, clientId: null, businessId: null });
    expect(returned).toHaveLength(2);
    expect(await traces(client)).toMatchObject({ clients: 0, logins: 0, firms: [{ isGone: expect.any(Date) }] });
  },
);

test("the lead can be converted again afterwards, to the same address", async () => {
  const { events } = await converts();
  await undoEvents(context, { events });
  const { client } = await converts();
  expect(await getLead(context, { id: lead.id })).toMatchObject({ client: { id: client.id } });
});

test("a welcome mail that waits is withdrawn, and its link forgotten", async () => {
  const { events } = await converts({ sendsWelcomeMail: true });
  const secret = secretOf((await mails())[0]?.text);
  expect(await undoEvents(context, { events })).toMatchObject({ remarks: [] });
  expect(await mails()).toMatchObject([{ status: "withdrawn", text: "", html: "" }]);
  await expect(resetPassword({ secret, password: "a password of my own", now: new Date() })).rejects.toMatchObject({
    code: "precondition",
  });
});

test("a welcome mail that went out is said plainly", async () => {
  const { events } = await converts({ sendsWelcomeMail: true });
  await together(context, ({ transaction }) =>
    transaction.update(outboxMail).set({ status: "sent" }).where(eq(outboxMail.toAddress, email)),
  );
  const { remarks } = await undoEvents(context, { events });
  expect(remarks).toEqual([`The mail “Welcome to Acme” went to ${email} before: it can not be called back.`]);
});

test.each<[string, (client: { id: string }) => Promise<unknown>, RegExp | string]>([
  [
    "a chosen password",
    async () => {
      const secret = secretOf((await mails())[0]?.text);
      await resetPassword({ secret, password: "a password of my own", now: new Date() });
    },
    /has chosen a password/,
  ],
  ["a quote of the client", ({ id }) => aQuote({ clientId: id }), /quotes of its own/],
  [
    "another stage",
    () => updateLead(context, { lead: { id: lead.id }, changes: { stage: { key: "prospect" } } }),
    "This can not be undone: somebody changed it since. Change it by hand if you still want to.",
  ],
  ["a deleted lead", () => deleteLead(context, { lead }), /deleted since/],
])("%s stands in the way, is named, and nothing is undone", async (_what, builds, message) => {
  const { client, events } = await converts({ sendsWelcomeMail: true });
  await builds(client);
  await expect(undoEvents(context, { events })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(message),
  });
  expect(await traces(client)).toMatchObject({ clients: 1, logins: 1, firms: [{ isGone: null }] });
});

test("the lead's part alone takes the client along, and the client's part alone is nothing", async () => {
  const { client, events } = await converts();
  const typed = await read(context, (transaction) =>
    transaction.select({ id: log.id, type: log.type }).from(log).where(inArray(log.id, events)),
  );
  const only = (type: string) => ({ events: typed.filter((event) => event.type === type).map(({ id }) => id) });
  await expect(undoEvents(context, only("client.created"))).rejects.toMatchObject({ rule: "not_undoable" });
  await undoEvents(context, only("lead.converted"));
  expect(await traces(client)).toMatchObject({ clients: 0, logins: 0 });
});
