import { expect, test } from "vitest";
import { isStorable, joinName, slugify } from "./text";

test("slugs are plain words", () => {
  expect(slugify("Zoë Ångström & Söhne!")).toBe("zoe-angstrom-sohne");
  expect(slugify("漢字")).toBe("");
  expect(slugify("a".repeat(100), 10)).toBe("a".repeat(10));
});

test("text that PostgreSQL can not keep is known", () => {
  expect(isStorable("fine 😀")).toBe(true);
  expect(isStorable("nul\0")).toBe(false);
  expect(isStorable("half \ud800")).toBe(false);
});

test("names are joined without their empty parts", () => {
  expect(joinName(" Ada ", null, "", "Lovelace")).toBe("Ada Lovelace");
  expect(joinName(null, " ")).toBeNull();
});
