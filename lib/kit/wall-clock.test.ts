import { describe, expect, test } from "vitest";
import { instantOfWallClock, morningIn, wallClock } from "./wall-clock";

const berlin = "Europe/Berlin";

describe("a wall time", () => {
  test.each([
    ["2026-07-01T14:30", berlin, "2026-07-01T12:30:00.000Z"],
    ["2026-12-01T14:30", berlin, "2026-12-01T13:30:00.000Z"],
    ["2026-12-01T14:30", "America/New_York", "2026-12-01T19:30:00.000Z"],
    ["2026-12-01T00:00", "Asia/Kolkata", "2026-11-30T18:30:00.000Z"],
    // Twice: the first. Never: as long after the gap.
    ["2026-10-25T02:30", berlin, "2026-10-25T00:30:00.000Z"],
    ["2026-03-29T02:30", berlin, "2026-03-29T01:30:00.000Z"],
  ])("%s in %s is %s", (wall, zone, instant) => {
    expect(instantOfWallClock(wall, zone)?.toISOString()).toBe(instant);
  });

  test("comes back as it was", () => {
    for (const wall of ["2026-01-31T23:59", "2026-06-15T00:00", "2026-10-25T12:00"])
      expect(wallClock(instantOfWallClock(wall, berlin) ?? new Date(0), berlin)).toBe(wall);
  });

  test("that is none is null", () => {
    for (const wall of ["", "tomorrow", "2026-13-01T00:00", "2026-01-01"])
      expect(instantOfWallClock(wall, berlin)).toBeNull();
  });

  test("of a morning to come is nine o'clock of that day, across a change of clocks too", () => {
    // Late in the evening there: the day after is already the 29th elsewhere.
    expect(morningIn(1, new Date("2026-03-28T22:30:00Z"), berlin)).toBe("2026-03-29T09:00");
    expect(morningIn(7, new Date("2026-12-28T23:30:00Z"), berlin)).toBe("2027-01-05T09:00");
    expect(morningIn(1, new Date("2026-12-28T04:00:00Z"), "America/New_York")).toBe("2026-12-28T09:00");
  });
});
