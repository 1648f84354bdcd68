import { z } from "zod";

/** A JSON Schema of draft 2020-12, which is what OpenAPI 3.1 has. */
export type JsonSchema = { [keyword: string]: unknown };

/** The schemas with a name of their own, which the document says once. */
export type NamedSchemas = Map<string, JsonSchema>;

/**
 * The wire side of a schema: what callers send, and what they are answered. Schemas with an id in
 * their metadata are added to `named` and referred to.
 */
export function wireSchema(schema: z.ZodType, named: NamedSchemas): JsonSchema {
  const {
    $schema: _,
    $defs = {},
    ...written
  } = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-2020-12",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => complete(zodSchema, jsonSchema),
  });
  for (const [name, definition] of Object.entries($defs)) named.set(name, pointed(definition));
  return pointed(written);
}

/** Puts back what zod leaves out of the input side, and takes out what says nothing more: see the bounds of integers. */
function complete(schema: z.core.$ZodTypes, written: JsonSchema): void {
  const { def } = schema._zod;
  const standard = def.type === "default" ? def.defaultValue : z.globalRegistry.get(schema)?.default;
  if (standard !== undefined) written.default = standard;
  if (written.format !== undefined) delete written.pattern;
  if (written.maximum === Number.MAX_SAFE_INTEGER) delete written.maximum;
  if (written.minimum === Number.MIN_SAFE_INTEGER) delete written.minimum;
}

/** The same with references to where OpenAPI keeps named schemas. */
function pointed(value: object): JsonSchema {
  const point = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(point);
    return typeof part === "object" && part !== null ? pointed(part) : part;
  };
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      name === "$ref" && typeof part === "string" ? part.replace("#/$defs/", "#/components/schemas/") : point(part),
    ]),
  );
}

/** The properties of an object schema, each with whether it has to be there. */
export function propertiesOf(schema: JsonSchema): { name: string; schema: JsonSchema; required: boolean }[] {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(isSchema(schema.properties) ? schema.properties : {}).map(([name, property]) => ({
    name,
    schema: isSchema(property) ? property : {},
    required: required.has(name),
  }));
}

const isSchema = (value: unknown): value is JsonSchema => typeof value === "object" && value !== null;
