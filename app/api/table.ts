// Written by `npm run api:generate` from the folders below app/api. Do not edit.
import type { RouteTable } from "@/lib/http/direct-door";
import * as route0 from "@/app/api/app/locations/route";
import * as route1 from "@/app/api/app/overview/activity/route";
import * as route2 from "@/app/api/app/overview/appointments/route";
import * as route3 from "@/app/api/app/overview/route";
import * as route4 from "@/app/api/app/session/location/route";
import * as route5 from "@/app/api/app/sessions/[sessionId]/route";
import * as route6 from "@/app/api/app/sessions/end/route";
import * as route7 from "@/app/api/app/sessions/route";
import * as route8 from "@/app/api/crm/lead/[id]/route";
import * as route9 from "@/app/api/crm/lead/route";
import * as route10 from "@/app/api/leads/[id]/activate/route";
import * as route11 from "@/app/api/leads/[id]/archive/route";
import * as route12 from "@/app/api/leads/[id]/assigned/route";
import * as route13 from "@/app/api/leads/[id]/comments/[comment]/route";
import * as route14 from "@/app/api/leads/[id]/comments/route";
import * as route15 from "@/app/api/leads/[id]/route";
import * as route16 from "@/app/api/leads/[id]/status/route";
import * as route17 from "@/app/api/leads/[id]/tags/route";
import * as route18 from "@/app/api/leads/route";
import * as route19 from "@/app/api/v1/leads/[id]/route";
import * as route20 from "@/app/api/v1/leads/route";

export const routeTable: RouteTable = [
  { path: "/api/app/locations", methods: route0 },
  { path: "/api/app/overview/activity", methods: route1 },
  { path: "/api/app/overview/appointments", methods: route2 },
  { path: "/api/app/overview", methods: route3 },
  { path: "/api/app/session/location", methods: route4 },
  { path: "/api/app/sessions/[sessionId]", methods: route5 },
  { path: "/api/app/sessions/end", methods: route6 },
  { path: "/api/app/sessions", methods: route7 },
  { path: "/api/crm/lead/[id]", methods: route8 },
  { path: "/api/crm/lead", methods: route9 },
  { path: "/api/leads/[id]/activate", methods: route10 },
  { path: "/api/leads/[id]/archive", methods: route11 },
  { path: "/api/leads/[id]/assigned", methods: route12 },
  { path: "/api/leads/[id]/comments/[comment]", methods: route13 },
  { path: "/api/leads/[id]/comments", methods: route14 },
  { path: "/api/leads/[id]", methods: route15 },
  { path: "/api/leads/[id]/status", methods: route16 },
  { path: "/api/leads/[id]/tags", methods: route17 },
  { path: "/api/leads", methods: route18 },
  { path: "/api/v1/leads/[id]", methods: route19 },
  { path: "/api/v1/leads", methods: route20 },
];
