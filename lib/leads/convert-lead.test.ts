import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { quotes } from "@/db/schema/activity";
import { users } from "@/db/schema/companies";
import { businesses, clients } from "@/db/schema/contacts";
import { outboxMail } from "@/db/schema/platform";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { isResetLink, resetPassword } from "@/lib/users/reset-password";
import { convertLead, type ConvertLead } from "./convert-lead";
import { getLead } from "./get-lead";
import type { Lead } from "./model";

let location: Location;
let context: Context;
beforeAll(async () => {
  location = await aLocation({ name: "Acme Berlin" });
  context = contextOf(location);
});

const anAddress = () => `${newId().toLowerCase()}@example.com`;

const asked = (lead: Lead, given: Partial<ConvertLead> = {}): ConvertLead => ({
  lead: { number: lead.number },
  firstName: "Jane",
  lastName: "Doe",
  email: anAddress(),
  sendsWelcomeMail: false,
  deletesLead: false,
  ...given,
});

const rows = <Row>(query: Parameters<typeof read<Row[]>>[1]) => read(context, query);
const businessesNamed = (name: string) =>
  rows((transaction) => transaction.select().from(businesses).where(eq(businesses.name, name)));
const usersWith = (...emails: string[]) =>
  rows((transaction) => transaction.select().from(users).where(inArray(users.emailNormal, emails)));
const clientsOf = (...leads: Lead[]) =>
  rows((transaction) =>
    transaction
      .select()
      .from(clients)
      .where(
        inArray(
          clients.contactId,
          leads.map((lead) => lead.contact.id),
        ),
      ),
  );

const aQuote = (lead: Lead, title: string) =>
  change(context, async (transaction) => {
    const id = newId();
    await transaction
      .insert(quotes)
      .values({ locationId: location.id, id, title, opportunityId: lead.id, totalMinor: 5000, currency: "USD" });
    return { result: id, events: [{ type: "settings.changed", subject: { type: "quote", id } }] };
  });

describe("converting a lead", () => {
  test("makes a customer with a business, a portal login and the lead's quotes", async () => {
    const lead = await aLead(location, { contact: { firstName: "J.", phone: "+14155550100", email: anAddress() } });
    const other = await aLead(location);
    const [moved, stays] = [await aQuote(lead, "Website"), await aQuote(other, "Other")];
    const email = anAddress();
    const client = await convertLead(context, asked(lead, { email, companyName: "Acme Inc", invoiceDueDays: 14 }));

    expect(client).toMatchObject({
      firstName: "Jane",
      lastName: "Doe",
      email,
      business: { name: "Acme Inc" },
      invoiceDueDays: 14,
    });
    const after = await getLead(context, { id: lead.id });
    expect(after).toMatchObject({
      client: { id: client.id, number: client.number },
      convertedAt: context.now,
      status: "won",
      stage: { key: "customer" },
      lifecycle: "Converted",
      customerName: "Acme Inc",
      contact: {
        type: "customer",
        firstName: "Jane",
        lastName: "Doe",
        name: "Jane Doe",
        email,
        phone: "+14155550100",
        companyName: "Acme Inc",
      },
    });
    const [portal] = await usersWith(email);
    expect(portal).toMatchObject({ id: client.portalUserId, kind: "client", name: "Jane Doe", passwordHash: null });
    const kept = await rows((transaction) =>
      transaction
        .select()
        .from(quotes)
        .where(inArray(quotes.id, [moved, stays])),
    );
    expect(kept.find(({ id }) => id === moved)).toMatchObject({
      opportunityId: null,
      clientId: client.id,
      businessId: client.business?.id,
    });
    expect(kept.find(({ id }) => id === stays)).toMatchObject({ opportunityId: other.id, clientId: null });
    expect(
      await rows((transaction) => transaction.select().from(outboxMail).where(eq(outboxMail.toAddress, email))),
    ).toEqual([]);
    expect((await eventsOf(location, lead)).map(({ type }) => type)).toEqual([
      "lead.created",
      "quote.moved",
      "lead.converted",
      "lead.stage_changed",
      "contact.updated",
    ]);
  });

  test("finds a business by its name in whatever case, and takes the contact's where none is named", async () => {
    const first = await aLead(location, { contact: { email: anAddress(), companyName: "Globex" } });
    const [one, two, none] = [
      await convertLead(context, asked(first)),
      await convertLead(context, asked(await aLead(location), { companyName: "gLOBEX" })),
      await convertLead(context, asked(await aLead(location))),
    ];
    expect(one.business).toMatchObject({ name: "Globex" });
    expect(two.business).toEqual(one.business);
    expect(none.business).toBeNull();
  });

  test("deletes the lead where it is not to be kept, and keeps the client", async () => {
    const lead = await aLead(location);
    const client = await convertLead(context, asked(lead, { deletesLead: true }));
    await expect(getLead(context, { id: lead.id })).rejects.toMatchObject({ code: "not_found" });
    expect(await clientsOf(lead)).toMatchObject([{ id: client.id }]);
    expect((await eventsOf(location, lead)).map(({ type }) => type)).toContain("lead.deleted");
    await expect(convertLead(context, asked(lead))).rejects.toMatchObject({ code: "not_found" });
  });

  test("mails a link to choose a password, good once, of which only the hash is kept", async () => {
    const email = anAddress();
    const client = await convertLead(context, asked(await aLead(location), { email, sendsWelcomeMail: true }));
    const [mail] = await rows((transaction) =>
      transaction.select().from(outboxMail).where(eq(outboxMail.toAddress, email)),
    );
    expect(mail).toMatchObject({
      subject: "Welcome to Acme Berlin",
      toName: "Jane Doe",
      contactId: client.contactId,
      status: "waiting",
    });
    const secret = /set-password\?token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    expect(mail?.html).toContain(secret);
    expect(await isResetLink({ secret, now: new Date() })).toBe(true);
    await resetPassword({ secret, password: "a password of my own", now: new Date() });
    expect((await usersWith(email))[0]?.passwordHash).toMatch(/^\$argon2id\$/);
    await expect(resetPassword({ secret, password: "another password", now: new Date() })).rejects.toMatchObject({
      code: "precondition",
    });
  });

  test("stays where it is when that is the stage of customers", async () => {
    const lead = await aLead(location, { stage: { key: "customer" } });
    await convertLead(context, asked(lead));
    expect((await eventsOf(location, lead)).map(({ type }) => type)).not.toContain("lead.stage_changed");
  });
});

describe("refusals", () => {
  test("an email address of a team user or a client is taken, in whatever case and company, and nothing is written", async () => {
    const [colleague, stranger, client] = [anAddress(), anAddress(), anAddress()];
    await aMember(location, { email: colleague });
    await aMember(await aLocation(), { email: stranger });
    await convertLead(context, asked(await aLead(location), { email: client }));
    for (const email of [colleague, stranger, client.toUpperCase()]) {
      const lead = await aLead(location);
      const converting = convertLead(
        context,
        asked(lead, { email, companyName: `Firm of ${email}`, sendsWelcomeMail: true }),
      );
      await expect(converting).rejects.toMatchObject({ code: "invalid", issues: [{ path: ["email"], rule: "taken" }] });
      expect(await getLead(context, { id: lead.id })).toEqual(lead);
      expect(await businessesNamed(`Firm of ${email}`)).toEqual([]);
    }
  });

  test("a lead is converted once", async () => {
    const lead = await aLead(location);
    await convertLead(context, asked(lead));
    await expect(convertLead(context, asked(lead))).rejects.toMatchObject({
      code: "conflict",
      rule: "already_converted",
    });
    expect(await clientsOf(lead)).toHaveLength(1);
  });

  test("of several who convert one lead at once, exactly one does", async () => {
    const lead = await aLead(location);
    const attempts = Array.from({ length: 5 }, () => asked(lead));
    const results = await Promise.allSettled(attempts.map((attempt) => convertLead(contextOf(location), attempt)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ rule: "already_converted" });
    expect(await clientsOf(lead)).toHaveLength(1);
    expect(await usersWith(...attempts.map(({ email }) => email))).toHaveLength(1);
  });

  test("of several who take one email address at once, exactly one gets it", async () => {
    const leads = [await aLead(location), await aLead(location), await aLead(location)];
    const email = anAddress();
    const results = await Promise.allSettled(
      leads.map((lead) => convertLead(contextOf(location), asked(lead, { email }))),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ rule: "taken" });
    expect(await clientsOf(...leads)).toHaveLength(1);
  });

  test("several conversions at once share the business they name", async () => {
    const leads = [await aLead(location), await aLead(location), await aLead(location)];
    const made = await Promise.all(
      leads.map((lead) => convertLead(contextOf(location), asked(lead, { companyName: "Shared & Co" }))),
    );
    expect(new Set(made.map(({ business }) => business?.id)).size).toBe(1);
    expect(await businessesNamed("Shared & Co")).toHaveLength(1);
  });

  test("a lead of another location, or one that the caller may not read, is none", async () => {
    const rep = await aMember(location, { role: "rep", visibility: "own" });
    const foreign = await aLead(await aLocation());
    await expect(convertLead(context, asked(foreign))).rejects.toMatchObject({ code: "not_found" });
    await expect(convertLead(contextOf(location, rep), asked(await aLead(location)))).rejects.toMatchObject({
      code: "not_found",
    });
    const own = await aLead(location, {}, rep);
    expect(await convertLead(contextOf(location, rep), asked(own))).toMatchObject({ contactId: own.contact.id });
  });
});
