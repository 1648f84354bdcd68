import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { LiveEvent, LiveMessage } from "@/lib/live/model";

export type { LiveEvent };

/** Told what happened; with null that anything may have. */
type Listener = (event: LiveEvent | null) => void;

const path = "/api/app/live";
/** A tab that nobody looks at gives its connection back: browsers have six for a server. */
const hiddenMilliseconds = 10_000;
/** What happens in a burst, such as an import, is read once. */
const gatheredMilliseconds = 250;
const longestWaitMilliseconds = 30_000;

const listeners = new Set<Listener>();

/** Calls `listener` with what happens in the location, as long as live updates run. Answers what stops it. */
export function onLive(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Starts the live updates of this tab: one connection, while somebody looks at it. What happens is
 * told to those who listen, and what the screens know of it is read again. Answers what stops it.
 */
export function startLive(client: QueryClient): () => void {
  let source: EventSource | null = null;
  let last = "";
  let failures = 0;
  let wait: ReturnType<typeof setTimeout> | undefined;
  const refresh = refresher(client);

  const close = () => {
    clearTimeout(wait);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    const opened = (source = new EventSource(last ? `${path}?after=${last}` : path));
    opened.addEventListener("message", ({ data, lastEventId }: MessageEvent<string>) => {
      failures = 0;
      last = lastEventId || last;
      // What the endpoint sends.
      const message = JSON.parse(data) as LiveMessage;
      if (message.type === "ready") return;
      const event = "leadId" in message ? message : null;
      for (const listener of listeners) listener(event);
      refresh(event);
    });
    opened.addEventListener("error", () => {
      // A browser tries again by itself, unless the server said no.
      if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
      wait = setTimeout(open, Math.min(1000 * 2 ** failures++, longestWaitMilliseconds));
    });
  };
  const look = () => {
    if (document.visibilityState === "hidden") wait = setTimeout(close, hiddenMilliseconds);
    else if (source === null || source.readyState === EventSource.CLOSED) open();
    else clearTimeout(wait);
  };

  look();
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", open);
  return () => {
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("online", open);
    close();
  };
}

/** Gathers what happens for a moment, and then has what is on screen of it read again. */
function refresher(client: QueryClient): (event: LiveEvent | null) => void {
  let keys = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const gathered = [...keys.values()];
    keys = new Map();
    for (const queryKey of gathered) void client.invalidateQueries({ queryKey });
  };
  return (event) => {
    for (const key of event === null ? [[]] : keysOf(event)) keys.set(JSON.stringify(key), key);
    timer ??= setTimeout(flush, gatheredMilliseconds);
  };
}

/** The keys of what an event changes, by convention of the screens. The board follows events itself. */
export function keysOf({ type, leadId, notifies }: LiveEvent): QueryKey[] {
  const [subject] = type.split(".");
  // Whatever the screens have is another location's now.
  if (type === "location.imported") return [[]];
  const keys: QueryKey[] = [];
  if (leadId !== null) keys.push(["lead", leadId]);
  if (subject === "lead" || subject === "contact") keys.push(["leads"], ["overview"]);
  if (subject === "lead") keys.push(["pipelines"]);
  if (subject === "task") keys.push(["tasks"]);
  if (subject === "appointment") keys.push(["overview"]);
  if (subject === "settings") keys.push(["stages"], ["pipeline-settings"], ["board"]);
  if (subject === "tag") keys.push(["tags"], ["lead-choices"]);
  if (subject === "field") keys.push(["custom-fields"], ["lead-choices"], ["imports", "choices"], ["lead"], ["leads"]);
  if (subject === "pipeline" || subject === "stage")
    keys.push(["pipelines"], ["stages"], ["board"], ["leads"], ["overview"]);
  if (subject === "import" || subject === "bulk") keys.push(["leads"], ["board"], ["overview"]);
  if (notifies) keys.push(["notifications"]);
  return keys;
}
