import { describe, expect, test } from "vitest";
import type { Location } from "@/lib/access/context";
import { fillsIn } from "./fills-in";
import { contactFieldNames, type ContactFields } from "./model";

const location: Location = { id: "", companyId: "", name: "", timeZone: "UTC", currency: "USD", country: "DE" };
// Every name of the list is a field, and every field is in the list.
const nothing = Object.fromEntries(contactFieldNames.map((name) => [name, null])) as ContactFields;
const ada = {
  ...nothing,
  name: "Ada Lovelace",
  firstName: "Ada",
  lastName: "Lovelace",
  email: "ada@example.com",
  phone: "030 901820",
  annualRevenue: "1000000000000000000000",
  unsubscribed: true,
  blogSubscriber: false,
};
const meets = (said: Parameters<typeof fillsIn>[1]) => fillsIn(ada, said, location);

describe("what is said about a known person", () => {
  test("nothing, null and blanks fill nothing in", () => {
    expect(meets({})).toEqual({});
    expect(meets({ name: null, city: undefined, jobTitle: "  " })).toEqual({});
  });

  test("what was empty is known now", () => {
    expect(meets({ city: "London", jobTitle: "Analyst" })).toEqual({ city: "London", jobTitle: "Analyst" });
  });

  test.each([
    { email: "ADA@example.com " },
    { phone: "+49 30 901820" },
    { name: " ada lovelace" },
    { annualRevenue: "1e+21" },
    { unsubscribed: true },
    { blogSubscriber: false },
  ])("the same in another form is the same: %j", (said) => {
    expect(meets(said)).toEqual({});
  });

  test.each([
    { name: "Augusta King" },
    { email: "other@example.com" },
    { phone: "+49 30 901821" },
    { annualRevenue: "5" },
    { unsubscribed: false },
    { city: "London", lastName: "King" },
  ])("anything else is somebody else: %j", (said) => {
    expect(meets(said)).toBeNull();
  });

  test("a flag that was not set is filled in", () => {
    expect(meets({ blogSubscriber: true })).toEqual({ blogSubscriber: true });
  });

  test.each(contactFieldNames.filter((name) => name !== "email" && name !== "phone" && name !== "annualRevenue"))(
    "no field is overwritten: %s",
    (name) => {
      const known = { ...nothing, unsubscribed: false, blogSubscriber: false, [name]: "12345678" };
      expect(fillsIn(known, { [name]: "87654321" }, location)).toBeNull();
      expect(fillsIn(known, { [name]: "12345678" }, location)).toEqual({});
      expect(fillsIn({ ...known, [name]: null }, { [name]: "12345678" }, location)).toEqual({ [name]: "12345678" });
    },
  );
});
