import { describe, expect, test } from "vitest";
import type { Location } from "@/lib/access/context";
import { contactColumns } from "./contact-columns";

const location: Location = { id: "", companyId: "", name: "", timeZone: "UTC", currency: "USD", country: "DE" };
const ada = { name: "Ada Lovelace", firstName: "Ada", middleName: null, lastName: "Lovelace" };
const parts = { firstName: null, middleName: null, lastName: null };

describe("normal forms", () => {
  test("stand beside what was given", () => {
    expect(contactColumns({ email: " Ada@Example.com", phone: "030 901820" }, location)).toMatchObject({
      email: " Ada@Example.com",
      emailNormal: "ada@example.com",
      phone: "030 901820",
      phoneNormal: "+4930901820",
    });
  });

  test("are cleared with it, and left alone with it", () => {
    expect(contactColumns({ email: null, phone: "" }, location)).toMatchObject({
      emailNormal: null,
      phoneNormal: null,
    });
    expect(contactColumns({ city: "Berlin" }, location)).toEqual({ city: "Berlin" });
  });
});

describe("a name and its parts", () => {
  test("either gives the other", () => {
    expect(contactColumns({ firstName: "Ada", lastName: "Lovelace" }, location).name).toBe("Ada Lovelace");
    expect(contactColumns({ name: "Ada King Lovelace" }, location)).toMatchObject({
      firstName: "Ada",
      lastName: "King Lovelace",
    });
  });

  test("both given are both kept", () => {
    const both = { name: "The Countess", firstName: "Ada", lastName: "Lovelace" };
    expect(contactColumns(both, location)).toEqual(both);
  });

  test("follow each other while they say the same", () => {
    expect(contactColumns({ lastName: "King" }, location, ada).name).toBe("Ada King");
    expect(contactColumns({ name: "Grace Hopper" }, location, ada)).toMatchObject({
      firstName: "Grace",
      lastName: "Hopper",
    });
    expect(contactColumns({ name: null }, location, ada)).toMatchObject(parts);
  });

  test("stay apart once they were set apart", () => {
    const apart = { ...ada, name: "The Countess" };
    expect(contactColumns({ lastName: "King" }, location, apart)).toEqual({ lastName: "King" });
    expect(contactColumns({ name: "Grace" }, location, apart)).toEqual({ name: "Grace" });
  });
});
