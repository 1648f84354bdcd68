import fc from "fast-check";
import { z } from "zod";

/** The parts of JSON Schema that say what a field takes. */
type Schema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
};

const formats: Record<string, string> = {
  email: "ada@example.com",
  date: "2026-11-21",
  "date-time": "2026-11-21T10:00:00Z",
  time: "10:00",
  uri: "https://example.com/",
  phone: "+14155550100",
};

/** Texts that mean something to the rules behind a field of such a name. */
const meaningful: readonly [name: RegExp, value: string][] = [
  [/phone|mobile|whatsapp|fax/, "+1 415 555 0100"],
  [/email/, "ada@example.com"],
  [/zone/, "Europe/Berlin"],
  [/country/, "DE"],
  [/appointment_date/, "2032-05-03 10:00"],
  [/appointment_to/, "2032-05-03 10:30"],
];

/** What a schema of the wire takes, as JSON Schema. */
const describe = (schema: z.ZodType): Schema =>
  // The library's own type allows more spellings than it writes.
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;

/** The names of the fields that a schema knows. */
export const fieldsOf = (schema: z.ZodType | undefined): string[] =>
  schema ? Object.keys(propertiesOf(describe(schema))) : [];

/**
 * A value that a schema takes, with something in every field it knows where that can be found out:
 * from its description, else by trying `candidates` and plain texts.
 */
export function plainValue(schema: z.ZodType, candidates: readonly unknown[] = []): Record<string, unknown> {
  const value = Object.fromEntries(
    Object.entries(propertiesOf(describe(schema))).map(([name, field]) => [name, plain(field, name)]),
  );
  const refused = (field: string) =>
    schema.safeParse(value).error?.issues.some(({ path }) => path[0] === field) ?? false;
  for (const field of Object.keys(value)) {
    const left = [...candidates, ...Object.values(formats), "1", 1, true, [], {}];
    while (refused(field) && left.length > 0) value[field] = left.shift();
    if (refused(field)) delete value[field];
  }
  return value;
}

const propertiesOf = (schema: Schema): Record<string, Schema> => ({
  ...schema.properties,
  ...Object.assign(
    {},
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].map(propertiesOf),
  ),
});

function plain(schema: Schema, name = ""): unknown {
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(({ type }) => type !== "null");
  if (choices[0]) return plain(choices[0], name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [type] = [schema.type ?? "string"].flat();
  if (type === "object")
    return Object.fromEntries(Object.entries(propertiesOf(schema)).map(([name, field]) => [name, plain(field)]));
  if (type === "array") return schema.items ? [plain(schema.items)] : [];
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return Math.max(1, schema.minimum ?? 1);
  return meaningful.find(([pattern]) => pattern.test(name))?.[1] ?? formats[schema.format ?? ""] ?? "text";
}

/** What breaks a database or a parser when it gets through to it. */
export const sharpValues: readonly unknown[] = [
  "nul \0 inside",
  "x".repeat(10_000),
  "99999999999999999999999999",
  "2026-02-30",
  "0000-01-01T00:00:00Z",
  -1,
  { $ne: null },
];

/** What has broken programs before: put into a field, each must be refused or kept, and nothing else. */
export const wildValues: readonly unknown[] = [
  ...sharpValues,
  "half a surrogate \ud800",
  2 ** 53 + 2,
  ["nul \0 inside"],
  "😀".repeat(10_000),
  "'; drop table opportunities; --",
  '" or 1=1 --',
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "=cmd|' /C calc'!A0",
  "line\r\nset-cookie: a=b",
  "%00%ff%",
  "\\u0000",
  "",
  " ",
  "null",
  "NaN",
  "Infinity",
  "-1",
  "0",
  "1e400",
  "9223372036854775808",
  "2026-13-45T99:99:99Z",
  "0000-00-00",
  "275760-09-14T00:00:00Z",
  "10000-01-01",
  "-000001-01-01T00:00:00Z",
  "9999-12-31T23:59:59-14:00",
  "2026-03-29T02:30:00",
  "25:61",
  0,
  0.1,
  1e308,
  2 ** 31,
  Number.MIN_SAFE_INTEGER,
  true,
  null,
  [],
  [null],
  [[]],
  ["x".repeat(10_000)],
  Array.from({ length: 5_000 }, (_, index) => index),
  {},
  { id: 1, key: "x" },
  JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":1}}'),
  JSON.parse(`${"[".repeat(200)}${"]".repeat(200)}`),
];

/** Bodies of the fields `known`: plain, wild and made-up values, fields left out, fields nobody knows, or no object at all. */
export function wildBody(known: Record<string, unknown>, others: readonly unknown[]): fc.Arbitrary<unknown> {
  const wild = fc.oneof(
    fc.constantFrom(...wildValues, ...others),
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: "binary" }),
    fc.double(),
  );
  const fields = Object.fromEntries(
    Object.entries(known).map(([name, value]) => [
      name,
      fc.oneof({ weight: 3, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: wild }),
    ]),
  );
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
}
