type Parts = { status: number; headers: Record<string, string>; body: string };

/** No browser shows an answer as anything but JSON, whatever a lead's text looks like. */
const always = { "content-type": "application/json", "x-content-type-options": "nosniff" };

/**
 * A Response with a JSON body. A server that knows it sends its parts as they are; a real Response,
 * which costs as much as a small query, is made only when somebody asks for more than the status.
 */
export function jsonAnswer(
  body: unknown,
  { status, headers }: { status: number; headers: Record<string, string> },
): Response {
  const parts = { status, headers: { ...always, ...headers }, body: JSON.stringify(body) };
  // Its prototype is Response's, and what it does not have itself it takes from a real one.
  return new JsonAnswer(parts) as unknown as Response;
}

/** The parts of an answer made by `jsonAnswer` that nobody has looked into; null for any other Response. */
export function partsOfAnswer(answer: Response): Parts | null {
  return JsonAnswer.partsOf(answer);
}

class JsonAnswer {
  readonly #parts: Parts;
  #whole: Response | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  static partsOf(answer: object): Parts | null {
    // Once there is a real Response its headers may have been changed.
    return #parts in answer && !answer.#whole ? answer.#parts : null;
  }

  get status(): number {
    return this.#parts.status;
  }

  get whole(): Response {
    const { status, headers, body } = this.#parts;
    return (this.#whole ??= new Response(body, { status, headers }));
  }
}

for (const name of Object.getOwnPropertyNames(Response.prototype)) {
  if (name in JsonAnswer.prototype) continue;
  Object.defineProperty(JsonAnswer.prototype, name, {
    get(this: JsonAnswer): unknown {
      const { whole } = this;
      const value: unknown = Reflect.get(whole, name);
      return value instanceof Function ? (...given: unknown[]): unknown => Reflect.apply(value, whole, given) : value;
    },
  });
}
Object.setPrototypeOf(JsonAnswer.prototype, Response.prototype);
