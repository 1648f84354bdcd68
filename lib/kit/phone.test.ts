import { expect, test } from "vitest";
import { normalPhone } from "./phone";

test("valid numbers become E.164 by the country, others their digits", () => {
  expect(normalPhone("(415) 200-0000", "US")).toBe("+14152000000");
  expect(normalPhone("0151 23456789", "DE")).toBe("+4915123456789");
  expect(normalPhone("+44 20 7946 0958", "US")).toBe("+442079460958");
  expect(normalPhone("123456789012345", "US")).toBe("123456789012345");
  expect(normalPhone("call me", "US")).toBeNull();
  expect(normalPhone("12", "nowhere")).toBe("12");
});
