import { beforeAll, describe, expect, test } from "vitest";
import { aLocation, aMember, contextOf } from "@/db/testing/factories";
import { manyContacts } from "@/db/testing/many-contacts";
import type { Context } from "@/lib/access/context";
import { createContact } from "@/lib/contacts/create-contact";
import { together } from "@/lib/data/doors";
import type { ContactCondition, ContactQuery } from "./model";
import { searchContacts } from "./search-contacts";

/** More than are counted one by one. */
const many = 20_400;

let context: Context;

beforeAll(async () => {
  const location = await aLocation();
  context = contextOf(location, await aMember(location));
  await manyContacts(location, many);
});

const is = (field: string, value: unknown): ContactCondition => ({ field, operator: "is", value });
const queryOf = (given: Partial<ContactQuery>): ContactQuery => ({
  filter: { all: [] },
  sorts: [],
  limit: 20,
  ...given,
});
const numbers = (from: number, step: number, count: number) =>
  Array.from({ length: count }, (_, place) => from - place * step);

async function search(given: Partial<ContactQuery>) {
  const { contacts, total, hasMore } = await searchContacts(context, queryOf(given));
  return { found: contacts.map(({ contact }) => Number(contact.id.slice(1))), last: contacts.at(-1), total, hasMore };
}

/** All that a query finds, page after page. */
async function walk(given: Partial<ContactQuery>): Promise<number[]> {
  const all: number[] = [];
  let after: ContactQuery["after"];
  for (;;) {
    const { found, last, hasMore } = await search({ ...given, limit: 500, ...(after && { after }) });
    all.push(...found);
    if (!hasMore || !last) return all;
    after = last.cursor;
  }
}

/** What people are searched by, as `manyContacts` makes them. */
function personOf(number: number) {
  const first = number % 5000 === 0 ? "rare" : number % 200 === 0 ? "grace" : number % 2 === 0 ? "ada" : "ben";
  const last = number > many - 300 ? "late" : `number${number}`;
  const phone = number % 4000 > 0 ? `1212${String(number).padStart(7, "0")}` : "";
  return { first, last, phone, text: `${first} ${last} c${number}@example.com` };
}

/** Whether a word is in a person, as a search understands it. */
function isFound({ first, last, phone, text }: ReturnType<typeof personOf>, word: string): boolean {
  if (/^[+\d().-]{4,}$/.test(word)) return [phone, text].some((one) => one.includes(word.replace(/\D/g, "")));
  return word.length > 2 ? text.includes(word) : first.startsWith(word) || last.startsWith(word);
}

describe("in a location too large to count", () => {
  test("a page of what is common is the newest, and the total is near", async () => {
    const { found, total, hasMore } = await search({ search: "ada" });
    expect(found).toEqual(
      numbers(many - 2, 2, 200)
        .filter((number) => number % 200 !== 0)
        .slice(0, 20),
    );
    expect(hasMore).toBe(true);
    expect(total).toBeGreaterThan(8000);
    expect(total).toBeLessThan(12_000);
    expect((await search({})).total).toBeGreaterThan(18_000);
  });

  test("a page of what is neither common nor rare is the newest of those that an index finds, and the total is near", async () => {
    const newest = numbers(20_400, 200, 60).filter((number) => number % 5000 !== 0);
    for (const given of [
      { search: "grace" },
      { search: "example grace" },
      { filter: { all: [is("firstName", "grace")] } },
    ]) {
      const { found, total, hasMore } = await search(given);
      expect(found).toEqual(newest.slice(0, 20));
      expect(hasMore).toBe(true);
      expect(total).toBeGreaterThan(80);
      expect(total).toBeLessThan(120);
    }
    const { found } = await search({ filter: { all: [is("tags", "vip"), is("firstName", "grace")] } });
    expect(found).toEqual(newest.slice(0, 20));
  });

  test("a page of any text is the newest of all that have it", async () => {
    const all = numbers(many, 1, many).map((number) => ({ number, ...personOf(number) }));
    const texts = ["ada", "grace", "grace number", "rare", "late", "@example", "le.com", "er7", "00@exa", "9@example"];
    const unnamed = [
      "town",
      "vip",
      "customer",
      "nobody",
      "ad",
      "gr",
      "zz",
      "la",
      "c1",
      "2040",
      "9999",
      "+1212000",
      "7-7-7-7",
    ];
    for (const text of [...texts, ...unnamed])
      for (const limit of [1, 20, 130]) {
        const expected = all.filter((person) => text.split(" ").every((word) => isFound(person, word)));
        const first = expected.slice(0, limit).map(({ number }) => number);
        const { found, total, hasMore } = await search({ search: text, limit });
        expect({ text, found, hasMore }).toEqual({ text, found: first, hasMore: expected.length > limit });
        expect(total).toBeGreaterThanOrEqual(found.length);
      }
  });

  test("whoever was made since the location was last measured is found", async () => {
    await search({ search: "ada" });
    const undone = together(context, async (inside) => {
      const { id } = await createContact(inside, { firstName: "Ada", lastName: "Newest" });
      const { contacts } = await searchContacts(inside, queryOf({ search: "ada" }));
      throw new Error(contacts[0]?.contact.id === id ? "It is the first." : "It is missing.");
    });
    await expect(undone).rejects.toThrow("It is the first.");
  });

  test("signs between digits are looked for as well as digits alone, and words that no index knows anywhere", async () => {
    const undone = together(context, async (inside) => {
      const person = { firstName: "小明", companyName: "24-7 Plumbing of A&B", phone: "+1 312 555 0147" };
      const { id } = await createContact(inside, person);
      for (const text of ["24-7", "555-0147", "(312)-555", "a&b", "A&B plumbing", "明"]) {
        const { contacts } = await searchContacts(inside, queryOf({ search: text }));
        expect(contacts[0]?.contact.id).toBe(id);
      }
      throw new Error("All of them.");
    });
    await expect(undone).rejects.toThrow("All of them.");
  });

  test("what an index finds is counted", async () => {
    expect(await search({ search: "rare" })).toMatchObject({ found: [20_000, 15_000, 10_000, 5000], total: 4 });
    expect(await search({ search: "rare", limit: 2 })).toMatchObject({ found: [20_000, 15_000], total: 4 });
    expect(await search({ filter: { all: [is("tags", "vip"), is("firstName", "rare")] } })).toMatchObject({ total: 4 });
    expect(await search({ filter: { all: [is("email", "c77@example.com")] } })).toMatchObject({
      found: [77],
      total: 1,
    });
    expect(await search({ search: "nobody at all" })).toMatchObject({ found: [], total: 0, hasMore: false });
  });

  test("what stands nowhere among the newest is found as well", async () => {
    const early = {
      filter: { all: [is("firstName", "grace"), { ...is("lastName", "late"), operator: "isNot" as const }] },
    };
    const expected = numbers(20_000, 200, 100).filter((number) => number % 5000 !== 0);
    expect(await walk(early)).toEqual(expected);
    expect(await walk({ ...early, sorts: [{ field: "createdAt", direction: "asc" }] })).toEqual(expected.toReversed());
    const { found } = await search({ ...early, offset: 40 });
    expect(found).toEqual(expected.slice(40, 60));
  });

  test("pages go on to the end, whatever the total is thought to be", async () => {
    const late = await walk({ search: "late" });
    expect(late).toEqual(numbers(many, 1, 300));
    expect((await search({ search: "late", limit: 300 })).hasMore).toBe(false);
    expect((await search({ search: "late", limit: 299 })).total).toBeGreaterThanOrEqual(300);
  });

  test("those who have what a list goes by come first, in either direction, and the others by id", async () => {
    const all = Array.from({ length: many }, (_, place) => place + 1);
    const inTown = all
      .filter((number) => number % 3 === 0)
      .toSorted((one, other) => (one % 7) - (other % 7) || one - other);
    const elsewhere = all.filter((number) => number % 3 > 0);
    const rising = [...inTown, ...elsewhere];
    const falling = [...inTown.toReversed(), ...elsewhere.toReversed()];
    expect(await walk({ sorts: [{ field: "city", direction: "asc" }] })).toEqual(rising);
    expect(await walk({ sorts: [{ field: "city", direction: "desc" }] })).toEqual(falling);
    const { found } = await search({ sorts: [{ field: "city", direction: "desc" }], offset: inTown.length - 10 });
    expect(found).toEqual(falling.slice(inTown.length - 10, inTown.length + 10));
    const late = await search({ sorts: [{ field: "city", direction: "asc" }], offset: inTown.length + 30 });
    expect(late.found).toEqual(rising.slice(inTown.length + 30, inTown.length + 50));
  });

  test("few that lack something are found and counted, and none where everybody has it", async () => {
    const lacks = (field: string) => ({ filter: { all: [{ field, operator: "isEmpty" as const }] } });
    expect(await search(lacks("phone"))).toMatchObject({ found: [20_000, 16_000, 12_000, 8000, 4000], total: 5 });
    for (const field of ["name", "firstName", "email", "type"])
      expect(await search(lacks(field))).toMatchObject({ found: [], total: 0, hasMore: false });
    expect(await search({ filter: { all: [is("hasEmail", false)] } })).toMatchObject({ found: [], total: 0 });
  });

  test("nobody is found who has what nobody has, and few who do", async () => {
    const has = (field: string) => ({ filter: { all: [{ field, operator: "isNotEmpty" as const }] } });
    for (const field of ["address", "postalCode", "website", "timeZone", "gender"])
      expect(await search(has(field))).toMatchObject({ found: [], total: 0, hasMore: false });
    const undone = together(context, async (inside) => {
      const { id } = await createContact(inside, { firstName: "Ada", address: "1 Elm St" });
      const { contacts, total } = await searchContacts(inside, queryOf(has("address")));
      throw new Error(contacts[0]?.contact.id === id && total === 1 ? "It is the only one." : "It is missing.");
    });
    await expect(undone).rejects.toThrow("It is the only one.");
  });

  test("of one type stand the newest first, or last, whichever way types are listed", async () => {
    const all = numbers(many, 1, many);
    const rising = [...all.filter((number) => number % 5 === 0), ...all.filter((number) => number % 5 > 0)];
    expect(await walk({ sorts: [{ field: "type", direction: "asc" }] })).toEqual(rising);
    expect(await walk({ sorts: [{ field: "type", direction: "desc" }] })).toEqual(rising.toReversed());
    const { found } = await search({ sorts: [{ field: "type", direction: "asc" }], offset: many / 5 - 10 });
    expect(found).toEqual(rising.slice(many / 5 - 10, many / 5 + 10));
  });

  test("pages go on to the end in an order by several fields, with what lacks one of them last", async () => {
    const sorts = [
      { field: "city", direction: "desc" as const },
      { field: "firstName", direction: "asc" as const },
      { field: "createdAt", direction: "desc" as const },
    ];
    const townOf = (number: number) => (number % 3 === 0 ? number % 7 : -1);
    const nameOf = (number: number) => {
      const names = [
        [5000, "rare"],
        [200, "grace"],
        [2, "ada"],
      ] as const;
      return names.find(([step]) => number % step === 0)?.[1] ?? "ben";
    };
    const expected = numbers(many, 1, many).toSorted(
      (one, other) => townOf(other) - townOf(one) || nameOf(one).localeCompare(nameOf(other)) || other - one,
    );
    expect(await walk({ sorts })).toEqual(expected);
  });

  test("few that have something are found and counted", async () => {
    const known: ContactCondition = { field: "dateOfBirth", operator: "isNotEmpty" };
    expect(await search({ filter: { all: [known] } })).toMatchObject({
      found: [20_000, 16_000, 12_000, 8000, 4000],
      total: 5,
    });
    const sorts = [{ field: "dateOfBirth", direction: "asc" as const }];
    expect((await search({ sorts, limit: 3 })).found).toEqual([20_000, 16_000, 12_000]);
    expect((await search({ sorts, limit: 7 })).found).toEqual([20_000, 16_000, 12_000, 8000, 4000, 1, 2]);
  });
});
