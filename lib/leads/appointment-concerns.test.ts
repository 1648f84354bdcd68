import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { bookLeadAppointment } from "./book-lead-appointment";

// Lists and overviews read whom appointments concern from a table that triggers keep: it must say what looking would.

const place = fc.nat({ max: 1 });
const nobodyOr = fc.option(place);
const command = fc.oneof(
  fc.record({ column: fc.constantFrom("owner_id", "created_by_id"), lead: place, user: nobodyOr }),
  fc.record({ follows: fc.boolean(), lead: place, user: place }),
  fc.record({ appointment: place, host: nobodyOr }),
  fc.record({ appointment: place, about: nobodyOr }),
  fc.record({ appointment: place, hours: fc.nat({ max: 3 }) }),
);
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

/** A location with two of each: users, leads, and appointments about the first lead. */
async function aDiary() {
  const location = await aLocation();
  const context = contextOf(location);
  const users = [await aMember(location), await aMember(location)];
  const leads = [await aLead(location), await aLead(location)];
  const [lead] = leads;
  if (!lead) throw new Error("Two leads were made.");
  const book = (day: number) =>
    bookLeadAppointment(contextOf(location, users[day - 1]), {
      lead,
      note: "",
      status: "new",
      startsAt: new Date(Date.UTC(2040, 0, day, 10)),
      endsAt: new Date(Date.UTC(2040, 0, day, 11)),
    });
  const booked = [await book(1), await book(2)];
  const idIn = (list: { id: string }[], at: number | null) => (at === null ? null : (list[at]?.id ?? null));
  return {
    context,
    user: (at: number | null) => idIn(users, at),
    lead: (at: number | null) => idIn(leads, at),
    appointment: (at: number | null) => idIn(booked, at),
  };
}

type Diary = Awaited<ReturnType<typeof aDiary>>;

function statementOf(order: Command, { context, user, lead, appointment }: Diary) {
  const here = sql`location_id = ${context.location.id}`;
  if ("column" in order)
    return sql`update opportunities set ${sql.identifier(order.column)} = ${user(order.user)} where ${here} and id = ${lead(order.lead)}`;
  if ("follows" in order)
    return order.follows
      ? sql`insert into opportunity_followers (location_id, id, opportunity_id, user_id, position)
          values (${context.location.id}, ${newId()}, ${lead(order.lead)}, ${user(order.user)}, 0) on conflict do nothing`
      : sql`delete from opportunity_followers where ${here} and opportunity_id = ${lead(order.lead)} and user_id = ${user(order.user)}`;
  const value =
    "host" in order
      ? sql`host_id = ${user(order.host)}`
      : "about" in order
        ? sql`opportunity_id = ${lead(order.about)}`
        : sql`starts_at = ends_at - make_interval(hours => ${order.hours + 1})`;
  return sql`update appointments set ${value} where ${here} and id = ${appointment(order.appointment)}`;
}

const obey = (diary: Diary, orders: Command[]) =>
  change(diary.context, async (transaction) => {
    for (const order of orders) await transaction.execute(statementOf(order, diary));
    return {
      result: null,
      events: [{ type: "settings.changed", subject: { type: "location", id: diary.context.location.id } }],
    };
  });

const bothLooks = (context: Context) =>
  read(context, async (transaction) => {
    const kept = await transaction.execute(
      sql`select appointment_id, user_id, starts_at, is_host from appointment_concerns order by 1, 2`,
    );
    const seen = await transaction.execute(sql`
      select a.id as appointment_id, m.user_id, a.starts_at, coalesce(a.host_id = m.user_id, false) as is_host
      from appointments a join opportunities o on o.location_id = a.location_id and o.id = a.opportunity_id
      join members m on m.location_id = a.location_id
      where m.user_id in (a.host_id, o.owner_id, o.created_by_id) or exists (
        select from opportunity_followers f where f.opportunity_id = o.id and f.user_id = m.user_id)
      order by 1, 2`);
    return { kept: kept.rows, seen: seen.rows };
  });

test("after any changes the table says whom appointments concern", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 15 }), async (orders) => {
      const diary = await aDiary();
      await obey(diary, orders);
      const { kept, seen } = await bothLooks(diary.context);
      expect(kept).toEqual(seen);
    }),
    { numRuns: 20 },
  );
});

test("who books an appointment and who assigns its lead at once wait for each other", async () => {
  const diary = await aDiary();
  const assign: Command[] = [{ column: "owner_id", lead: 1, user: 0 }];
  const follow: Command[] = [{ follows: true, lead: 1, user: 1 }];
  const takeUp: Command[] = [{ appointment: 0, about: 1 }];
  await Promise.all([obey(diary, assign), obey(diary, takeUp), obey(diary, follow)]);
  const { kept, seen } = await bothLooks(diary.context);
  expect(kept).toEqual(seen);
});

test("the appointments of a lead that is purged concern nobody", async () => {
  const diary = await aDiary();
  await obey(diary, [{ follows: true, lead: 0, user: 0 }]);
  await change(diary.context, async (transaction) => {
    await transaction.execute(sql`delete from opportunities where id = ${diary.lead(0)}`);
    return {
      result: null,
      events: [{ type: "settings.changed", subject: { type: "location", id: diary.context.location.id } }],
    };
  });
  expect((await bothLooks(diary.context)).kept).toEqual([]);
});
