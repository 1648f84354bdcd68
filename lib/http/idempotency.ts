import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema/platform";
import type { Context } from "@/lib/access/context";
import { Conflict, Invalid } from "@/lib/access/errors";
import { seal, unseal } from "@/lib/access/seal";
import { together } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";

type Answered = { status: number; body: unknown; headers?: Record<string, string> };

const keyPattern = /^[\x21-\x7e]{1,255}$/;

/**
 * Gives the same answer to the same POST under the same key, and does its work once: the key is
 * claimed, the work done and the answer kept in one transaction. A refused request leaves no trace,
 * so it may be tried again under its key.
 * @throws Invalid for a key that is no plain word; Conflict when the key came with another request before,
 * or the answer was kept under another AUTH_SECRET.
 */
export async function answerOnce(
  context: Context,
  caller: string,
  key: string,
  request: Request,
  body: unknown,
  respond: (inside: Context) => Promise<Answered>,
): Promise<Answered> {
  if (!keyPattern.test(key)) {
    throw Invalid.field(
      "Idempotency-Key",
      "idempotency_key",
      "An idempotency key has 1 to 255 visible ASCII characters.",
    );
  }
  const url = new URL(request.url);
  const plain = JSON.stringify([request.method, url.pathname, url.search, (await withFileHashes(body)) ?? null]);
  const requestHash = sha256(plain);
  const name = `${caller}:${key}`;
  return together(context, async (inside) => {
    const mine = and(eq(idempotencyKeys.locationId, context.location.id), eq(idempotencyKeys.key, name));
    // A second request under the key waits here until the first has committed.
    const [claimed] = await inside.transaction
      .insert(idempotencyKeys)
      .values({ locationId: context.location.id, id: newId(), key: name, requestHash })
      .onConflictDoNothing({ target: [idempotencyKeys.locationId, idempotencyKeys.key] })
      .returning({ id: idempotencyKeys.id });
    if (claimed) {
      const answer = await respond(inside);
      // Sealed, for some answers show a new secret, which is kept nowhere else.
      const sealed = answer.body === undefined ? null : seal(JSON.stringify(answer.body), sealedFor(name));
      await inside.transaction.update(idempotencyKeys).set({ status: answer.status, answer: sealed }).where(mine);
      return answer;
    }
    const [kept] = await inside.transaction.select().from(idempotencyKeys).where(mine);
    if (!kept || kept.requestHash !== requestHash) {
      throw new Conflict(
        "idempotency_key_reused",
        "This idempotency key was used for another request. Send a new key.",
      );
    }
    return { status: kept.status ?? 200, body: opened(kept.answer, name), headers: { "idempotency-replayed": "true" } };
  });
}

const sealedFor = (name: string) => ({ purpose: "idempotency", owner: name });

function opened(sealed: string | null, name: string): unknown {
  if (sealed === null) return undefined;
  const text = unseal(sealed, sealedFor(name));
  if (text === null) {
    throw new Conflict("idempotency_answer_lost", "This request was done, but its answer can not be given again.");
  }
  return JSON.parse(text);
}

const sha256 = (data: string): string => createHash("sha256").update(data).digest("hex");

async function sha256OfFile(file: File): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of file.stream()) hash.update(chunk);
  return hash.digest("hex");
}

/** A form with what is in its files in place of them: JSON knows no files. */
async function withFileHashes(body: unknown): Promise<unknown> {
  if (typeof body !== "object" || body === null) return body;
  const fields = Object.entries(body).map(async ([name, value]: [string, unknown]) => [
    name,
    value instanceof File ? [value.name, await sha256OfFile(value)] : value,
  ]);
  return Array.isArray(body) ? body : Object.fromEntries(await Promise.all(fields));
}
