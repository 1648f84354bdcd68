/** The part of autocannon that the benchmark uses: the package comes without types. */
declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  type Request = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
  type Options = {
    url: string;
    connections: number;
    duration: number;
    requests: (Request & { setupRequest: (request: Request) => Request })[];
  };
  type Result = { errors: number; timeouts: number; non2xx: number; start: Date; finish: Date };
  type Run = EventEmitter & PromiseLike<Result>;

  export default function autocannon(options: Options): Run;
}
