import { expect, test } from "vitest";
import { newTotpSecret, stepOfCode, totpUri } from "./totp";

// The secret of RFC 6238, appendix B: the ASCII text 12345678901234567890.
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "94287082"],
  [1_111_111_109, "07081804"],
  [1_111_111_111, "14050471"],
  [1_234_567_890, "89005924"],
  [2_000_000_000, "69279037"],
  [20_000_000_000, "65353130"],
])("the code at %i seconds is the one of RFC 6238", (seconds, eightDigits) => {
  const now = new Date(seconds * 1000);
  const code = eightDigits.slice(2);
  expect(stepOfCode(secret, code, now)).toBe(Math.floor(seconds / 30));
  expect(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now)).toBe(Math.floor(seconds / 30));
});

test("a code holds for its step, the one before and the one after", () => {
  const at = (seconds: number) => stepOfCode(secret, "287082", new Date(seconds * 1000));
  expect([at(0), at(29), at(59), at(89), at(90)]).toEqual([1, 1, 1, 1, null]);
});

test("what is no code of six digits is none", () => {
  for (const wrong of ["", "28708", "2870820", "abcdef", "94287082"])
    expect(stepOfCode(secret, wrong, new Date(59_000))).toBeNull();
});

test("an authenticator app is told whose secret it is", () => {
  const made = newTotpSecret();
  expect(made).toMatch(/^[A-Z2-7]{32}$/);
  expect(made).not.toBe(newTotpSecret());
  const uri = totpUri(secret, { issuer: "Leadwright", label: "ada@example.com" });
  expect(uri).toMatch(/^otpauth:\/\/totp\/Leadwright:ada%40example\.com\?/);
  expect(uri).toContain(`secret=${secret}`);
});
