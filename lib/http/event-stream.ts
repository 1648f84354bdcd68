import { z } from "zod";
import { OwnAnswer } from "./own-answer";

/** What a stream's events are written to. */
export type EventSink = {
  /** Sends one event; with an id, the caller can go on from it after a break. */
  send: (data: unknown, id?: string) => void;
  /** Ends the answer. */
  end: () => void;
};

const encoder = new TextEncoder();
/** Proxies and browsers give up a connection that says nothing. */
const beatMilliseconds = 20_000;
/** A caller who reads nothing any more is let go, before what waits for them fills the memory. */
const mostWaiting = 1000;

/** Server-sent events as an answer: `open` is given where to write, and answers what to do at the end. */
export class EventStream extends OwnAnswer {
  readonly #open: (sink: EventSink) => () => void;

  constructor(open: (sink: EventSink) => () => void) {
    super();
    this.#open = open;
  }

  /** The answer of HTTP. It ends with the caller, with the server, or when the sink is ended. */
  toResponse(status: number, headers: Record<string, string>): Response {
    const open = this.#open;
    let close = () => {};
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          let isOpen = true;
          const write = (text: string) => {
            if (!isOpen) return;
            if ((controller.desiredSize ?? 0) < -mostWaiting) close();
            else controller.enqueue(encoder.encode(text));
          };
          const beat = setInterval(() => write(": beat\n\n"), beatMilliseconds);
          beat.unref();
          let leave = () => {};
          close = () => {
            if (!isOpen) return;
            isOpen = false;
            clearInterval(beat);
            leave();
            if (!isCancelled) controller.close();
          };
          // A browser whose connection broke comes back after this long.
          write("retry: 1000\n\n");
          leave = open({
            send: (data, id) => write(`${id ? `id: ${id}\n` : ""}data: ${JSON.stringify(data)}\n\n`),
            end: () => close(),
          });
          if (!isOpen) leave();
        },
        cancel: () => {
          isCancelled = true;
          close();
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, {
      status,
      headers: {
        ...headers,
        "content-type": "text/event-stream",
        // Nobody on the way may keep it, pack it, or hold it back.
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  }
}

/** The `answer` of an endpoint that sends events. */
export const EventStreamAnswer = z.custom<EventStream>((value) => value instanceof EventStream);
