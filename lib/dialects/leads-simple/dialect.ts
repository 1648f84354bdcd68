import { z } from "zod";
import { bearerCaller } from "@/lib/access/callers";
import { sentenceOf } from "@/lib/dialects/shared/sentences";
import { statusOf } from "@/lib/dialects/shared/status";
import type { Dialect } from "@/lib/http/dialect";
import { createEndpoint } from "@/lib/http/endpoint";

const LeadsSimpleError = z.object({ success: z.literal(false), error: z.string(), message: z.string() });

/** "Leads api": three operations on a lead of four fields. Its document shows no error; the shape follows its successes. */
export const leadsSimple: Dialect = {
  name: "leads-simple",
  title: "Leads (simple)",
  credentials: bearerCaller,
  bodies: ["json"],
  refuse: (error) => ({
    status: statusOf(error, 400),
    body: { success: false, error: sentenceOf(error), message: sentenceOf(error) },
  }),
  security: ["bearer"],
  error: LeadsSimpleError,
};

export const endpoint = createEndpoint(leadsSimple);
