import { messages } from "./messages";

/** A field that is not what the person took it for: what they want, and what it is, by whom. */
export type Clash = { field: string; wanted: unknown; present: unknown; by?: string; at?: string };

/** A problem as the native API prints it (RFC 9457). */
type Problem = {
  title?: string;
  detail?: string;
  issues?: { path: (string | number)[]; rule: string; message: string }[];
  clashes?: Clash[];
  requestId?: string;
};

/** A request that was answered with an error, or not at all (status 0). */
export class FailedRequest extends Error {
  readonly status: number;
  readonly requestId: string | null;
  /** What is wrong with each field, by its name. */
  readonly fields: Readonly<Record<string, string>>;
  /** The fields that somebody else changed meanwhile, for 409. */
  readonly clashes: readonly Clash[];

  constructor(
    status: number,
    message: string,
    requestId: string | null,
    fields: Record<string, string> = {},
    options?: ErrorOptions & { clashes?: Clash[] },
  ) {
    super(message, options);
    this.name = "FailedRequest";
    this.status = status;
    this.requestId = requestId;
    this.fields = fields;
    this.clashes = options?.clashes ?? [];
  }
}

/** Whether `error` came from the server, with a sentence for people. */
export const isFailedRequest = (error: unknown): error is FailedRequest => error instanceof FailedRequest;

type RequestInput = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  /** Sent as the body itself. */ file?: Blob;
  signal?: AbortSignal;
};

/**
 * Calls the native API as the person signed in, and answers its JSON.
 * @throws FailedRequest with what the server said.
 */
export async function api<Answer>(
  path: string,
  { method = "GET", body, file, signal }: RequestInput = {},
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    signal,
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(file && { "content-type": "application/octet-stream" }),
    },
    body: body === undefined ? file : JSON.stringify(body),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw unreachable(error);
  });
  return readAnswer<Answer>(response);
}

/** Nobody answered. */
export const unreachable = (cause?: unknown): FailedRequest =>
  new FailedRequest(0, messages.unreachable, null, {}, { cause });

/**
 * What an answer of the native API holds.
 * @throws FailedRequest when it is an error.
 */
export async function readAnswer<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw await failureOf(response);
  // What the endpoint's answer schema promises; the server has checked it.
  const answer = (await response.json()) as Answer & object;
  rememberEvents(answer, response.headers.get("leadwright-events"));
  return answer;
}

const written = new WeakMap<object, string | null>();

/** Notes which events an answer names, as its header `Leadwright-Events` says them. */
export const rememberEvents = (answer: object, named: string | null): void => void written.set(answer, named);

/** The ids of the events that a request wrote, by its answer: what undoing it needs. */
export const eventsOf = (answer: object): string[] => written.get(answer)?.split(",") ?? [];

async function failureOf(response: Response): Promise<FailedRequest> {
  // Whatever stands before the server may answer something else than JSON.
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const fields: Record<string, string> = {};
  for (const { path, rule, message } of problem.issues ?? []) fields[path.join(".")] ??= messages.wrong(rule, message);
  const said = problem.detail ?? problem.title;
  const requestId = response.headers.get("x-request-id") ?? problem.requestId ?? null;
  return new FailedRequest(
    response.status,
    said === undefined ? messages.unexplained : messages.refused(response.status, said),
    requestId,
    fields,
    problem,
  );
}
