import pino from "pino";
import { environment } from "@/lib/config/environment";
import { processWide } from "@/lib/kit/process-wide";

/** The process's structured log, JSON lines on standard output. Headers, bodies and secrets never go into it. */
export const log = processWide("http.log", () =>
  pino({
    level: environment.LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ["*.password", "*.secret", "*.token", "*.authorization", "*.cookie", "*.apikey"],
      censor: "[hidden]",
    },
  }),
);
