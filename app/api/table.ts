// Written by `npm run api:generate` from the folders below app/api. Do not edit.
import type { RouteTable } from "@/lib/http/direct-door";
import * as route0 from "@/app/api/v1/leads/[id]/route";
import * as route1 from "@/app/api/v1/leads/route";

export const routeTable: RouteTable = [
  { path: "/api/v1/leads/[id]", methods: route0 },
  { path: "/api/v1/leads", methods: route1 },
];
