import { Client } from "pg";
import { routeTable } from "@/app/api/table";
import { directDoor } from "@/lib/http/direct-door";
import { newId } from "@/lib/kit/id";
import type { BenchedLocation, SampleLead } from "./benched-location";
import { answerQuestions } from "./child";
import { operations } from "./operations";
import { type Statement, type Template, toTemplate } from "./statement-template";

/** Which operation to record, on which data. */
export type RecordQuestion = { name: string; location: BenchedLocation; samples: SampleLead[] };

/** The transactions of the operation, in their order; null when the product has no such route. */
export type RecordAnswer = { transactions: Template[]; status: number } | null;

type Sent = Statement & { client: object };

const warmUps = 3;
const sent: Sent[] = [];
recordStatements();
const answer = directDoor(routeTable);

answerQuestions<RecordQuestion, RecordAnswer>(async ({ name, location, samples }) => {
  const operation = operations.find((one) => one.name === name);
  if (!operation) throw new Error(`There is no operation ${name}.`);
  // The first times fill caches and prepare statements, as a server in use has done long ago.
  for (let count = 0; ; count++) {
    const { variables, request } = operation.make(location, samples, count);
    const { method, path, headers, body } = request;
    const since = newId();
    sent.length = 0;
    const response = await answer(new Request(`http://localhost${path}`, { method, headers, body }));
    if (!response || response.status === 404 || response.status === 405) return null;
    if (!response.ok) throw new Error(`${name} answers ${response.status}: ${await response.text()}`);
    if (count < warmUps) continue;
    const transactions = transactionsOf(sent).map((statements) => toTemplate(statements, variables, since));
    return { transactions, status: response.status };
  }
});

/** Notes down each statement that goes through node-postgres. */
function recordStatements(): void {
  const original = Object.getOwnPropertyDescriptor(Client.prototype, "query");
  // node-postgres's own method, which its types give many forms.
  const query = original?.value as (this: object, ...parts: unknown[]) => unknown;
  Object.defineProperty(Client.prototype, "query", {
    ...original,
    value(this: object, first: string | Statement, ...rest: unknown[]): unknown {
      const config: Statement = typeof first === "string" ? { text: first } : first;
      const values = Array.isArray(rest[0]) ? rest[0] : config.values;
      sent.push({ client: this, text: config.text, name: config.name, values });
      return query.call(this, first, ...rest);
    },
  });
}

/** The statements by transaction, without those that find out who calls or share limits: the floor does neither. */
function transactionsOf(statements: Sent[]): Statement[][] {
  const running = new Map<object, Statement[]>();
  const found: Statement[][] = [];
  for (const { client, text, name, values } of statements) {
    if (text.startsWith("begin")) {
      const begun: Statement[] = [];
      running.set(client, begun);
      found.push(begun);
    }
    running.get(client)?.push({ text, name, values });
  }
  return found.filter(([first]) => !first?.text.includes("leadwright_access"));
}
