import { expect, test } from "vitest";
import { aLocation, aMember, contextOf } from "@/db/testing/factories";
import { Invalid } from "@/lib/access/errors";
import { readContactRules, saveContactRules } from "./contact-rules";

test("a location says by what a person is known, in which order, and whether twice", async () => {
  const location = await aLocation();
  const context = contextOf(location, await aMember(location));
  expect(await readContactRules(context)).toEqual({ allowsDuplicates: false, identifiers: ["email", "phone"] });
  const rules = { allowsDuplicates: true, identifiers: ["phone" as const] };
  expect(await saveContactRules(context, rules)).toEqual(rules);
  expect(await saveContactRules(context, rules)).toEqual(rules);
  expect(await readContactRules(context)).toEqual(rules);
  expect(() => saveContactRules(context, { ...rules, identifiers: [] })).toThrow(Invalid);
  expect(() => saveContactRules(context, { ...rules, identifiers: ["email", "email"] })).toThrow(Invalid);
  expect(await readContactRules(contextOf(await aLocation()))).toMatchObject({ allowsDuplicates: false });
});
