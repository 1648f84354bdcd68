import { printReadiness, ReadinessReport } from "@/lib/dialects/native/installation";
import { publicEndpoint } from "@/lib/dialects/native/public-endpoint";
import { checkReadiness } from "@/lib/installation/readiness";

export const GET = publicEndpoint({
  operation: "ready",
  summary: "Whether this process can do its work: database, migrations, worker",
  answers: { 200: ReadinessReport, 503: ReadinessReport },
  run: () => checkReadiness().then(printReadiness),
});
