import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { rateLimits } from "@/db/schema/companies";
import { testDatabase } from "@/db/testing/database";
import { LimitReached } from "@/lib/access/errors";
import { environment } from "@/lib/config/environment";
import { asAccess } from "@/lib/data/doors";
import { countRequest } from "./rate-limit";

const now = Date.parse("2126-01-01T12:00:03Z");

beforeAll(async () => {
  await testDatabase();
  Object.assign(environment, { RATE_LIMIT_BURST: 5, RATE_LIMIT_DAILY: 8 });
});

test("the burst ends with its ten seconds, the daily limit with the UTC day", () => {
  const left = Array.from({ length: 5 }, () => countRequest("one", now));
  expect(left.map((status) => status.burstRemaining)).toEqual([4, 3, 2, 1, 0]);
  expect(() => countRequest("one", now)).toThrow(LimitReached);
  expect(() => countRequest("one", now)).toThrow(/7 s/);
  expect(countRequest("another", now).burstRemaining).toBe(4);
  expect(Array.from({ length: 3 }, () => countRequest("one", now + 10_000)).at(-1)?.dailyRemaining).toBe(0);
  expect(() => countRequest("one", now + 20_000)).toThrow(LimitReached);
  expect(countRequest("one", now + 12 * 3_600_000).dailyRemaining).toBe(7);
});

test("processes add up in the database", async () => {
  const subject = `shared:daily:${Math.floor(now / 86_400_000)}`;
  await asAccess((transaction) =>
    transaction.insert(rateLimits).values({ subject, used: 7, windowEndsAt: new Date(now + 86_400_000) }),
  );
  countRequest("shared", now);
  await vi.waitFor(async () => {
    const [row] = await asAccess((transaction) =>
      transaction.select().from(rateLimits).where(eq(rateLimits.subject, subject)),
    );
    expect(row?.used).toBe(8);
  });
  await vi.waitFor(() => expect(() => countRequest("shared", now)).toThrow(LimitReached));
});
