import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { CampaignsAnswer, CampaignsQuery, printCampaigns } from "@/lib/dialects/highlevel/lists";
import { operation } from "@/lib/dialects/highlevel/operation";

export const GET = operation("campaigns-get-campaigns", {
  query: CampaignsQuery,
  answer: CampaignsAnswer,
  input: ({ query }) => ({ status: query.status }),
  run: listCampaigns,
  print: printCampaigns,
});
