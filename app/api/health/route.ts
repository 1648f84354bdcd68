import { Health, printHealth } from "@/lib/dialects/native/installation";
import { publicEndpoint } from "@/lib/dialects/native/public-endpoint";

export const GET = publicEndpoint({
  operation: "health",
  summary: "Whether this process is alive",
  answers: { 200: Health },
  run: printHealth,
});
