// Written by `npm run api:generate` from the folders below app/api. Do not edit.
import type { RouteTable } from "@/lib/http/direct-door";
import * as route0 from "@/app/api/crm/lead/[id]/route";
import * as route1 from "@/app/api/crm/lead/route";
import * as route2 from "@/app/api/v1/leads/[id]/route";
import * as route3 from "@/app/api/v1/leads/route";

export const routeTable: RouteTable = [
  { path: "/api/crm/lead/[id]", methods: route0 },
  { path: "/api/crm/lead", methods: route1 },
  { path: "/api/v1/leads/[id]", methods: route2 },
  { path: "/api/v1/leads", methods: route3 },
];
