import { and, eq, or } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { contacts, duplicateCandidates } from "@/db/schema/contacts";
import { aLocation, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { suspectDuplicates } from "./suspect-duplicates";

let context: Context;

beforeEach(async () => {
  context = contextOf(await aLocation());
});

type Known = {
  emailNormal?: string;
  phoneNormal?: string;
  name?: string;
  companyName?: string;
  deletedAt?: Date;
};

/** Adds contacts, one after the other. Answers their ids, and what was suspected of the last. */
const known = (...people: Known[]) =>
  change(context, async (transaction) => {
    const rows = people.map((person) => ({ locationId: context.location.id, id: newId(), ...person }));
    for (const row of rows) await transaction.insert(contacts).values(row);
    const ids = rows.map(({ id }) => id);
    const suspected = await suspectDuplicates(transaction, context, ids.at(-1) ?? "");
    return {
      result: { ids, suspected: suspected.map(({ after }) => after) },
      events: [{ type: "contact.created", subject: { type: "contact", id: ids[0] ?? "" } }],
    };
  });

const marked = (id: string) =>
  read(context, (transaction) =>
    transaction
      .select({ reason: duplicateCandidates.reason, dismissedAt: duplicateCandidates.dismissedAt })
      .from(duplicateCandidates)
      .where(or(eq(duplicateCandidates.contactId, id), eq(duplicateCandidates.otherContactId, id))),
  );

test("those with the same email, phone, or name and company are marked, each with what they share", async () => {
  const ada = {
    emailNormal: "ada@example.com",
    phoneNormal: "+4930901820",
    name: "Ada  Lovelace ",
    companyName: "Engines",
  };
  const { ids, suspected } = await known(
    { emailNormal: ada.emailNormal },
    { phoneNormal: ada.phoneNormal },
    { name: "ada lovelace", companyName: "ENGINES" },
    { name: "Ada Lovelace" },
    { emailNormal: "grace@example.com", companyName: "Engines" },
    { ...ada, deletedAt: context.now },
    ada,
  );
  expect(new Set(suspected)).toEqual(
    new Set([
      { otherContactId: ids[0], reason: "email" },
      { otherContactId: ids[1], reason: "phone" },
      { otherContactId: ids[2], reason: "name" },
    ]),
  );
});

test("a contact that changes is looked at again", async () => {
  const { ids } = await known({ emailNormal: "ada@example.com" }, { emailNormal: "grace@example.com" });
  const [first = "", second = ""] = ids;
  expect(await marked(second)).toEqual([]);
  await change(context, async (transaction) => {
    const mine = and(eq(contacts.locationId, context.location.id), eq(contacts.id, second));
    await transaction.update(contacts).set({ emailNormal: "ada@example.com" }).where(mine);
    return { result: null, events: [{ type: "contact.updated", subject: { type: "contact", id: second } }] };
  });
  expect(await marked(first)).toEqual([{ reason: "email", dismissedAt: null }]);
});

test("a pair that a person dismissed stays dismissed", async () => {
  const shared = { emailNormal: "info@example.com" };
  const { ids } = await known(shared, shared);
  const id = ids[1] ?? "";
  await change(context, async (transaction) => {
    const mine = eq(duplicateCandidates.locationId, context.location.id);
    await transaction.update(duplicateCandidates).set({ dismissedAt: context.now }).where(mine);
    await transaction.update(contacts).set({ name: "Info", companyName: "Engines" }).where(eq(contacts.id, id));
    return { result: null, events: [{ type: "contact.updated", subject: { type: "contact", id } }] };
  });
  expect(await marked(id)).toEqual([{ reason: "email", dismissedAt: context.now }]);
});

test("an address that many share marks no more than ten", async () => {
  const { suspected } = await known(...Array.from({ length: 15 }, () => ({ phoneNormal: "+4930901820" })));
  expect(suspected).toHaveLength(10);
});

test("nobody is marked for having neither", async () => {
  const { suspected } = await known({}, { name: "Ada" }, { name: "Ada" });
  expect(suspected).toEqual([]);
});
