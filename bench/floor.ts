import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { Pool, type PoolClient } from "pg";
import type { BenchedLocation, SampleLead } from "./benched-location";
import { answerQuestions } from "./child";
import { operations } from "./operations";
import type { FloorKind } from "./options";
import { fromTemplate, type Statement, type Template } from "./statement-template";

/** What the floor serves from now on. */
export type FloorQuestion = {
  name: string;
  kind: FloorKind;
  transactions: Template[];
  status: number;
  location: BenchedLocation;
  samples: SampleLead[];
};

export type FloorAnswer = { port: number };

let serve: ((request: IncomingMessage) => Promise<string>) | null = null;
let status = 200;
let pool: Pool | null = null;

const server = createServer((request, response) => {
  const answered = serve ? serve(request) : Promise.reject(new Error("The floor was not told what to serve."));
  answered.then(
    (body) => response.writeHead(status, { "content-type": "application/json" }).end(body),
    (error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1");
const listening = once(server, "listening");

answerQuestions<FloorQuestion, FloorAnswer>(
  async ({ name, kind, transactions, status: success, location, samples }) => {
    const operation = operations.find((one) => one.name === name);
    if (!operation) throw new Error(`There is no operation ${name}.`);
    const connections = (pool ??= openPool(kind));
    status = success;
    serve = async (request) => {
      // Whatever is sent is read, as any server has to; what to do is told by the count.
      request.resume();
      const count = Number(request.url?.slice(request.url.indexOf("=") + 1));
      const { variables } = operation.make(location, samples, count);
      const results = await Promise.all(
        transactions.map((template) => run(connections, kind, fromTemplate(template, variables))),
      );
      return JSON.stringify(results.flat());
    };
    await listening;
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The floor listens nowhere.");
    return { port: address.port };
  },
);

/** As many connections as the product has. */
const openPool = (kind: FloorKind): Pool =>
  new Pool({
    connectionString: process.env.DATABASE_URL,
    max: Number(process.env.DATABASE_POOL_SIZE ?? "10"),
    pipeline: kind === "pipelined",
  });

/** Runs the statements of one transaction. Answers all rows. */
async function run(connections: Pool, kind: FloorKind, statements: Statement[]): Promise<unknown[]> {
  const client = await connections.connect();
  try {
    if (kind === "pipelined") return rowsOf(await Promise.all(statements.map((one) => query(client, kind, one))));
    const results = [];
    for (const statement of statements) results.push(await query(client, kind, statement));
    return rowsOf(results);
  } finally {
    client.release();
  }
}

const query = (client: PoolClient, kind: FloorKind, { text, name, values }: Statement) =>
  client.query({ text, name: kind === "unnamed" ? undefined : name, values });

/** A text of several statements, such as begin and its settings, has several results, whose rows nobody reads. */
const rowsOf = (results: { rows?: unknown[] }[]): unknown[] => results.flatMap(({ rows }) => rows ?? []);
