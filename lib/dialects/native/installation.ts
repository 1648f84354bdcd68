import { z } from "zod";
import type { Readiness } from "@/lib/installation/readiness";

export const Health = z.object({ status: z.literal("ok") });

/** This process runs and answers. It says nothing of what it needs: a restart would not mend that. */
export const printHealth = (): { status: number; body: z.infer<typeof Health> } => ({
  status: 200,
  body: { status: "ok" },
});

const part = z.enum(["ok", "failed", "unknown", "not needed"]);

export const ReadinessReport = z.object({
  status: z.enum(["ready", "not ready"]),
  parts: z.object({
    database: part.describe("Whether the database answers."),
    migrations: part.describe("Whether it has the tables of this version."),
    worker: part.describe("Whether a worker takes jobs, where one is expected."),
  }),
});

/** 200 when everything this process needs is there, else 503 with the part that is not. */
export function printReadiness(parts: Readiness): { status: number; body: z.infer<typeof ReadinessReport> } {
  const isReady = Object.values(parts).every((state) => state !== "failed");
  return { status: isReady ? 200 : 503, body: { status: isReady ? "ready" : "not ready", parts } };
}
