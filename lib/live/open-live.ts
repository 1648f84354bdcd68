import type { Caller } from "@/lib/access/callers";
import type { Context } from "@/lib/access/context";
import { listen } from "@/lib/data/announcements";
import { idFloor, isId, timeOfId } from "@/lib/kit/id";
import { join, toldAtOnce } from "./internal/hub";
import { eventsFor, type NumberedEvent, readEvents } from "./internal/read-events";
import type { LiveMessage } from "./model";

export type Connection = {
  send: (message: LiveMessage, id: string) => void;
  end: () => void;
  /** The last event that the screen knows of, where it says so itself. */
  after?: string | null;
  /** Finds out anew who calls. @throws when they may not any more. */
  recall: () => Promise<Caller>;
};

/** A caller's live updates, to be connected. */
export type Live = { connect: (connection: Connection) => () => void };

/** What a screen that was just opened may have missed while its page was on its way. */
const openingMilliseconds = 15_000;
/** Ids are given before events can be seen: those of a transaction that took this long are not missed. */
const overlapMilliseconds = 10_000;
/** After a longer absence a screen reads everything again. */
const longestAbsenceMilliseconds = 3_600_000;
/** Sessions end by the clock, too. */
const recallMilliseconds = 60_000;
/** Transactions that began before the location was watched are over by then. */
const settlingMilliseconds = 1500;

/**
 * The live updates of the caller's location: what they may know of it, from where their screen left
 * off. Ends with the session, and when the caller's rights or location become others.
 */
export const openLive = (context: Context, { after }: { after?: string }): Promise<Live> =>
  Promise.resolve({ connect: (connection) => connect(context, { ...connection, after: connection.after ?? after }) });

function connect(context: Context, { send, end, after, recall }: Connection): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let last = after && isId(after) ? after : idFloor(Date.now() - openingMilliseconds).padEnd(20, "0");
  let telling = Promise.resolve();

  const stop = () => ending.abort();
  const fail = () => {
    if (signal.aborted) return;
    stop();
    end();
  };
  /** One after the other, so that ids come in order. */
  const next = (work: () => Promise<void>) => {
    telling = telling.then(() => (signal.aborted ? undefined : work())).catch(fail);
  };
  const pass = async (happened: NumberedEvent[]) => {
    for (const { id, ...event } of await eventsFor(present(context), happened)) {
      if (id > last) last = id;
      send(event, last);
    }
  };
  const catchUp = async () => {
    const seen = timeOfId(last);
    const happened =
      Date.now() - seen > longestAbsenceMilliseconds
        ? null
        : await readEvents(present(context), { from: idFloor(seen - overlapMilliseconds), most: toldAtOnce + 1 });
    if (happened && happened.length <= toldAtOnce) return pass(happened);
    last = idFloor(Date.now()).padEnd(20, "0");
    send({ type: "reset" }, last);
  };
  const recheck = () =>
    next(async () => {
      if (!isSame(context, await recall())) fail();
    });

  const timer = setInterval(recheck, recallMilliseconds);
  timer.unref();
  const stopListening = listen("leadwright_access", recheck);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    stopListening();
  });
  next(async () => {
    const leave = await join({
      context,
      tell: (happened) => next(() => pass(happened)),
      lookAgain: () => next(catchUp),
    });
    if (signal.aborted) return leave();
    signal.addEventListener("abort", leave);
    await catchUp();
    send({ type: "ready" }, last);
    const settled = setTimeout(() => next(catchUp), settlingMilliseconds);
    settled.unref();
    signal.addEventListener("abort", () => clearTimeout(settled));
  });
  return stop;
}

/** The context of this moment; the transaction of the request is long over. */
const present = ({ actor, location, requestId }: Context): Context => ({ actor, location, requestId, now: new Date() });

/** Whether somebody still sees what they saw. */
const isSame = (context: Context, { actor, location }: Caller): boolean =>
  location.id === context.location.id && JSON.stringify(actor) === JSON.stringify(context.actor);
