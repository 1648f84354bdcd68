import { z } from "zod";
import { publicEndpoint } from "@/lib/dialects/native/public-endpoint";
import document from "./document.json" with { type: "json" };

export const GET = publicEndpoint({
  operation: "openapi",
  summary: "This document",
  answers: { 200: z.looseObject({ openapi: z.string() }) },
  run: () => ({ status: 200, body: document, headers: { "cache-control": "public, max-age=60" } }),
});
