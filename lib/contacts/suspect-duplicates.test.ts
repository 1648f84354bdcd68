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

type Reached = { emailNormal?: string; phoneNormal?: string; deletedAt?: Date };

/** Contacts as they are known, without marking any. */
async function known(...people: Reached[]): Promise<string[]> {
  const rows = people.map((person) => ({ locationId: context.location.id, id: newId(), ...person }));
  await change(context, async (transaction) => {
    await transaction.insert(contacts).values(rows);
    return { result: null, events: [{ type: "contact.created", subject: { type: "contact", id: rows[0]?.id ?? "" } }] };
  });
  return rows.map(({ id }) => id);
}

const suspect = (contact: Reached & { id: string }) =>
  change(context, async (transaction) => {
    const [first, ...rest] = await suspectDuplicates(transaction, context, contact);
    if (!first) return { result: [], unchanged: true };
    return { result: [first, ...rest].map(({ after }) => after), events: [first, ...rest] };
  });

const marked = (id: string) =>
  read(context, (transaction) =>
    transaction
      .select({ reason: duplicateCandidates.reason, dismissedAt: duplicateCandidates.dismissedAt })
      .from(duplicateCandidates)
      .where(or(eq(duplicateCandidates.contactId, id), eq(duplicateCandidates.otherContactId, id))),
  );

test("those with the same email or phone are marked, each with what they share", async () => {
  const ada = { emailNormal: "ada@example.com", phoneNormal: "+4930901820" };
  const [byEmail, byPhone, , , id = ""] = await known(
    { emailNormal: ada.emailNormal },
    { phoneNormal: ada.phoneNormal },
    { emailNormal: "grace@example.com" },
    { ...ada, deletedAt: context.now },
    ada,
  );
  expect(await suspect({ id, ...ada })).toEqual([
    { otherContactId: byEmail, reason: "email" },
    { otherContactId: byPhone, reason: "phone" },
  ]);
  expect(await marked(id)).toHaveLength(2);
});

test("a pair that a person dismissed stays dismissed", async () => {
  const shared = { emailNormal: "info@example.com" };
  const [, id = ""] = await known(shared, shared);
  await suspect({ id, ...shared });
  await change(context, async (transaction) => {
    const mine = and(
      eq(duplicateCandidates.locationId, context.location.id),
      eq(duplicateCandidates.otherContactId, id),
    );
    await transaction.update(duplicateCandidates).set({ dismissedAt: context.now }).where(mine);
    return { result: null, events: [{ type: "contact.updated", subject: { type: "contact", id } }] };
  });
  expect(await suspect({ id, ...shared })).toEqual([]);
  expect(await marked(id)).toEqual([{ reason: "email", dismissedAt: context.now }]);
});

test("an address that many share marks no more than ten", async () => {
  const shared = { phoneNormal: "+4930901820" };
  const [id = ""] = await known(...Array.from({ length: 15 }, () => shared));
  expect(await suspect({ id, ...shared })).toHaveLength(10);
});

test("nobody is marked for having neither", async () => {
  const [, id = ""] = await known({}, {});
  expect(await suspect({ id })).toEqual([]);
});
