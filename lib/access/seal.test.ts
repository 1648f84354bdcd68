import { expect, test } from "vitest";
import { seal, unseal } from "./seal";

const place = { purpose: "second factor", owner: "ada" };

test("what is sealed opens where it belongs, and nowhere else", () => {
  const sealed = seal("JBSWY3DPEHPK3PXP", place);
  expect(sealed).not.toContain("JBSWY3DPEHPK3PXP");
  expect(unseal(sealed, place)).toBe("JBSWY3DPEHPK3PXP");
  expect(seal("JBSWY3DPEHPK3PXP", place)).not.toBe(sealed);
  expect(unseal(sealed, { ...place, owner: "bob" })).toBeNull();
  expect(unseal(sealed, { ...place, purpose: "another" })).toBeNull();
});

test("what was changed, cut off or never sealed does not open", () => {
  const sealed = seal("secret", place);
  const changed = (sealed.startsWith("A") ? "B" : "A") + sealed.slice(1);
  for (const wrong of [changed, sealed.slice(0, 10), "", "no seal at all"]) expect(unseal(wrong, place)).toBeNull();
});
