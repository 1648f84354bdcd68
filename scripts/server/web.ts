import { routeTable } from "@/app/api/table";
import { watchCallers } from "@/lib/access/watch-callers";
import { environment } from "@/lib/config/environment";
import { directDoor } from "@/lib/http/direct-door";
import { log } from "@/lib/http/log";
import { stopSharing } from "@/lib/http/rate-limit";
import { buildFiles } from "./build-files";
import { startNext } from "./next-app";
import { withPageLocale } from "./page-locale";
import type { StopList } from "./stop-list";
import { startWebServer } from "./web-server";

/**
 * Serves the screens built in `root`, and the API, from this process until `stops` are. Needs the database open.
 *
 * @returns the port.
 * @throws {SetupError} for a port that is taken or forbidden.
 */
export async function serveWeb(root: string, stops: StopList): Promise<number> {
  const { HOST, PORT, TRUST_PROXY } = environment;
  watchCallers();
  stops.add(stopSharing);
  const next = await startNext(root, HOST, PORT);
  stops.add(() => next.close());
  const files = buildFiles(root);
  const handle = await withPageLocale(next.getRequestHandler());
  const server = await startWebServer({
    host: HOST,
    port: PORT,
    trustProxy: TRUST_PROXY,
    answer: directDoor(routeTable),
    pass: (message, response) => files(message, response) ?? handle(message, response),
    upgrade: next.getUpgradeHandler(),
    onError: (error) => log.error({ err: error }, "request failed"),
  });
  stops.add(() => server.stop());
  return server.port;
}
