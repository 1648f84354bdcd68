import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addPeriods, instantFromWallTime, isDate, isTimeZone, startOfDay, wallTime } from "./zone";

test("wall times are read and printed in their zone", () => {
  const instant = instantFromWallTime("2026-07-01 09:30", "Europe/Berlin");
  expect(instant?.toISOString()).toBe("2026-07-01T07:30:00.000Z");
  expect(instant && wallTime(instant, "Asia/Kathmandu")).toBe("2026-07-01 13:15");
});

test("a time in the gap of spring is the first valid instant after it", () => {
  expect(instantFromWallTime("2026-03-29 02:30", "Europe/Berlin")?.toISOString()).toBe("2026-03-29T01:00:00.000Z");
});

test("a time that comes twice in autumn is the first", () => {
  expect(instantFromWallTime("2026-10-25 02:30", "Europe/Berlin")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
});

test.each(["31/12/2030", "2026-02-30 10:00", "2026-01-01 24:01", "2026-01-01", "", "2026-01-01 10:00:00"])(
  "%j is no wall time",
  (text) => {
    expect(instantFromWallTime(text, "UTC")).toBeNull();
  },
);

test("an instant that no timestamp can be written of is none", () => {
  expect(instantFromWallTime("0000-12-31 23:59", "UTC")).toBeNull();
  expect(instantFromWallTime("9999-12-31 23:00", "America/New_York")).toBeNull();
  expect(instantFromWallTime("9999-12-31 23:00", "Asia/Tokyo")?.toISOString()).toBe("9999-12-31T14:00:00.000Z");
});

test("a day begins when its zone says", () => {
  expect(startOfDay("2026-03-29", "Europe/Berlin").toISOString()).toBe("2026-03-28T23:00:00.000Z");
  expect(startOfDay("2026-03-29", "Europe/Berlin", 1).toISOString()).toBe("2026-03-29T22:00:00.000Z");
});

test("no day starts outside the years 1 to 9999", () => {
  expect(startOfDay("0001-01-01", "Europe/Berlin").toISOString()).toBe("0001-01-01T00:00:00.000Z");
  expect(startOfDay("9999-12-31", "America/Chicago", 1).toISOString()).toBe("9999-12-31T23:59:59.000Z");
});

test("dates must be on the calendar", () => {
  expect(isDate("2028-02-29")).toBe(true);
  expect(["2026-02-29", "2026-13-01", "0000-01-01", "26-01-01"].filter(isDate)).toEqual([]);
  expect(isTimeZone("Europe/Berlin")).toBe(true);
  expect(isTimeZone("Mars/Olympus")).toBe(false);
});

test("whole periods keep the time of day, and months the end of them", () => {
  const start = new Date("2026-01-31T09:00:00Z");
  const after = (text: string) => new Date(text);
  expect(addPeriods(start, "monthly", "Europe/Berlin", start)).toEqual(after("2026-02-28T09:00:00Z"));
  expect(addPeriods(start, "monthly", "Europe/Berlin", after("2026-03-01T00:00:00Z"))).toEqual(
    after("2026-03-31T08:00:00Z"),
  );
  expect(addPeriods(start, "daily", "Europe/Berlin", after("2026-03-29T12:00:00Z"))).toEqual(
    after("2026-03-30T08:00:00Z"),
  );
  expect(addPeriods(start, "yearly", "UTC", after("2030-01-31T09:00:00Z"))).toEqual(after("2031-01-31T09:00:00Z"));
  expect(addPeriods(after("9999-12-31T12:00:00Z"), "daily", "UTC", start)).toEqual(after("9999-12-31T23:59:59Z"));
});

test("the periods since the year 1 are not counted one by one", () => {
  const began = performance.now();
  const next = addPeriods(new Date("0001-01-01T09:00:00Z"), "daily", "UTC", new Date("2026-03-01T10:00:00Z"));
  expect(next).toEqual(new Date("2026-03-02T09:00:00Z"));
  expect(performance.now() - began).toBeLessThan(1000);
});

test("the first period after a moment is the first, in every zone", () => {
  const instants = fc.date({ min: new Date("2023-01-01"), max: new Date("2027-01-01"), noInvalidDate: true });
  const units = { daily: "days", weekly: "weeks", monthly: "months", yearly: "years" } as const;
  fc.assert(
    fc.property(
      instants,
      instants,
      fc.constantFrom("daily", "weekly", "monthly", "yearly"),
      fc.constantFrom("UTC", "America/Chicago", "Europe/Berlin", "Australia/Lord_Howe"),
      (start, after, period, zone) => {
        const first = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(zone);
        let count = 1;
        const at = () => first.add({ [units[period]]: count }).epochMilliseconds;
        while (at() <= after.getTime()) count++;
        expect(addPeriods(start, period, zone, after).getTime()).toBe(at());
      },
    ),
    { numRuns: 200 },
  );
});

test("a wall time is what Temporal makes of it, in every zone and year", () => {
  const zones = fc.constantFrom("UTC", "America/Chicago", "Europe/Amsterdam", "Africa/Monrovia", "Asia/Kathmandu");
  const instants = fc.date({
    min: new Date("0001-01-02T00:00:00Z"),
    max: new Date("9999-12-30T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
      const time = local.toPlainTime().toString({ smallestUnit: "minute" });
      expect(wallTime(instant, zone)).toBe(`${local.toPlainDate().toString()} ${time}`);
    }),
    { numRuns: 1000 },
  );
});
