import { type Access, type Endpoint, formsOf } from "@/lib/http/endpoint";
import { EventStreamAnswer } from "@/lib/http/event-stream";
import { FileDownload } from "@/lib/http/file-answer";
import type { PublicEndpoint } from "@/lib/http/public-endpoint";
import type { BodyForm } from "@/lib/http/read-body";
import { type JsonSchema, type NamedSchemas, propertiesOf, wireSchema } from "./json-schema";
import { descriptionOf, refusalsOf, type Responses } from "./refusals";

/** Where an operation is found. */
export type Place = {
  /** As OpenAPI has it, such as `/api/crm/lead/{id}`. */
  path: string;
  method: string;
  /** The path of the same route that this one is another spelling of. */
  aliasOf?: string;
};

/** What the operations of a document say once, together. */
export type Shared = { schemas: NamedSchemas; responses: Responses };

const mediaTypes: Record<BodyForm, string> = {
  json: "application/json",
  urlencoded: "application/x-www-form-urlencoded",
  multipart: "multipart/form-data",
};

/** The tag of operations that need no credentials. */
export const publicTag = "Installation";

/** One endpoint of a dialect as an OpenAPI operation. */
export function describeOperation(place: Place, endpoint: Endpoint, shared: Shared): JsonSchema {
  const { declaration, dialect } = endpoint;
  const status = declaration.status ?? 200;
  return {
    ...naming(place, declaration.operation),
    summary: declaration.summary,
    ...describedBy(
      declaration.description,
      `Needs the permission \`${declaration.permission}\`.`,
      declaration.access && needs(declaration.access),
      declaration.bodyFromQuery && "Fields of the body may come in the query string as well; the body wins.",
    ),
    tags: [dialect.title],
    security: [together(dialect.security), ...(dialect.otherSecurity ?? []).map((scheme) => together([scheme]))],
    ...parametersOf(place, endpoint, shared.schemas),
    ...(declaration.takesUpload
      ? { requestBody: fileAsBody }
      : declaration.body && {
          requestBody: requestBody(wireSchema(declaration.body, shared.schemas), formsOf(endpoint)),
        }),
    responses: {
      [status]: {
        description: descriptionOf(status),
        headers: Object.fromEntries(answerHeaders.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
        content:
          declaration.answer === FileDownload
            ? {
                "application/octet-stream": {
                  schema: { type: "string", contentMediaType: "application/octet-stream" },
                },
              }
            : declaration.answer === EventStreamAnswer
              ? { "text/event-stream": { schema: { type: "string" } } }
              : json(wireSchema(declaration.answer, shared.schemas)),
      },
      ...refusalsOf(endpoint, place.method, shared.responses, shared.schemas),
    },
  };
}

/** An endpoint that needs no credentials as an OpenAPI operation. */
export function describePublicOperation(
  place: Place,
  { publicDeclaration }: PublicEndpoint,
  shared: Shared,
): JsonSchema {
  const { operation, summary, description, answers } = publicDeclaration;
  return {
    ...naming(place, operation),
    summary,
    ...describedBy(description),
    tags: [publicTag],
    security: [],
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, schema]) => [
        status,
        { description: descriptionOf(Number(status)), content: json(wireSchema(schema, shared.schemas)) },
      ]),
    ),
  };
}

/** The headers that every answer of a dialect carries; the document describes each once. */
export const answerHeaders = [
  "x-request-id",
  "x-ratelimit-max",
  "x-ratelimit-remaining",
  "x-ratelimit-interval-milliseconds",
  "x-ratelimit-limit-daily",
  "x-ratelimit-daily-remaining",
] as const;

const json = (schema: JsonSchema) => ({ "application/json": { schema } });

const together = (schemes: readonly string[]) => Object.fromEntries(schemes.map((scheme) => [scheme, []]));

const describedBy = (...sentences: (string | false | undefined)[]) => {
  const description = sentences.filter(Boolean).join(" ");
  return description === "" ? {} : { description };
};

const needs = ({ scopes, resources }: Access): string =>
  `${scopes.length > 0 ? `Needs the scope ${scopes.map((scope) => `\`${scope}\``).join(", ")}, and a` : "Needs a"} token of the ${resources.join(" or the ")}.`;

/** Another spelling of a path is an operation of its own to OpenAPI, and wants a name of its own. */
const naming = ({ path, aliasOf }: Place, operation: string) =>
  aliasOf === undefined
    ? { operationId: operation }
    : {
        operationId: `${operation}-at${path.replaceAll(/[^a-z0-9]+/gi, "-").replace(/-$/, "")}`,
        deprecated: true,
        externalDocs: { description: "The spelling to use", url: aliasOf },
      };

function parametersOf({ path, method }: Place, { declaration }: Endpoint, named: NamedSchemas) {
  const known = declaration.path ? propertiesOf(wireSchema(declaration.path, named)) : [];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: known.find((property) => property.name === name)?.schema ?? { type: "string" },
  }));
  const inQuery = declaration.query
    ? propertiesOf(wireSchema(declaration.query, named)).map(({ name, required, schema }) => {
        const { description, ...rest } = schema;
        return { name, in: "query", required, ...(description !== undefined && { description }), schema: rest };
      })
    : [];
  const version = declaration.access?.version;
  const inHeader = [
    ...(version
      ? [
          {
            name: "Version",
            in: "header",
            required: false,
            description: "The version of the API that the caller was made for.",
            schema: { type: "string", examples: [version] },
          },
        ]
      : []),
    ...(method === "POST" ? [{ $ref: "#/components/parameters/idempotency-key" }] : []),
  ];
  const parameters = [...inPath, ...inQuery, ...inHeader];
  return parameters.length > 0 ? { parameters } : {};
}

function requestBody(schema: JsonSchema, forms: readonly BodyForm[]) {
  return {
    required: propertiesOf(schema).some(({ required }) => required),
    content: Object.fromEntries(
      forms.map((form) => [mediaTypes[form], { schema: form === "json" ? schema : asForm(schema) }]),
    ),
  };
}

/** The file is the whole body; its type is not looked at. */
const fileAsBody = {
  required: true,
  content: {
    "application/octet-stream": { schema: { type: "string", contentMediaType: "application/octet-stream" } },
  },
};

/** The same fields as a form has them: lists under a name with `[]`. */
function asForm(schema: JsonSchema): JsonSchema {
  const fields = propertiesOf(schema).map((field) => ({
    ...field,
    name: isList(field.schema) ? `${field.name}[]` : field.name,
  }));
  if (fields.length === 0) return schema;
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  return {
    ...schema,
    properties: Object.fromEntries(fields.map((field) => [field.name, field.schema])),
    ...(required.length > 0 && { required }),
  };
}

const isList = ({ type, anyOf }: JsonSchema): boolean =>
  type === "array" || (Array.isArray(anyOf) && anyOf.some((option: JsonSchema) => isList(option)));
