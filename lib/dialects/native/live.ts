import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { EventStream } from "@/lib/http/event-stream";
import type { Live } from "@/lib/live/open-live";
import { native } from "./dialect";
import { id } from "./fields";

export const LiveQuery = z.object({
  after: id
    .optional()
    .describe("The id of the last event that was received; browsers send it as `Last-Event-ID` themselves."),
});

/** Live updates as server-sent events. */
export function printLive(live: Live, _: Context, request: Request) {
  // The request itself is over by the time its credentials are looked at again.
  const again = new Request(request.url, { headers: request.headers });
  return new EventStream(({ send, end }) =>
    live.connect({
      send,
      end,
      after: request.headers.get("last-event-id"),
      recall: () => native.credentials(again),
    }),
  );
}
