// Written by `npm run api:generate` from the folders below app/api. Do not edit.
import type { RouteTable } from "@/lib/http/direct-door";
import * as api_____path_ from "@/app/api/[...path]/route";
import * as api_app_board_cards_by_id from "@/app/api/app/board/cards/by-id/route";
import * as api_app_board_cards from "@/app/api/app/board/cards/route";
import * as api_app_board_moves from "@/app/api/app/board/moves/route";
import * as api_app_board from "@/app/api/app/board/route";
import * as api_app_failed_jobs from "@/app/api/app/failed-jobs/route";
import * as api_app_integrations__integrationId__rotate from "@/app/api/app/integrations/[integrationId]/rotate/route";
import * as api_app_integrations from "@/app/api/app/integrations/route";
import * as api_app_keys__keyId_ from "@/app/api/app/keys/[keyId]/route";
import * as api_app_keys from "@/app/api/app/keys/route";
import * as api_app_lead_choices from "@/app/api/app/lead-choices/route";
import * as api_app_leads__leadId__files__fileId_ from "@/app/api/app/leads/[leadId]/files/[fileId]/route";
import * as api_app_leads__leadId__files from "@/app/api/app/leads/[leadId]/files/route";
import * as api_app_leads__leadId__location from "@/app/api/app/leads/[leadId]/location/route";
import * as api_app_leads__leadId_ from "@/app/api/app/leads/[leadId]/route";
import * as api_app_leads from "@/app/api/app/leads/route";
import * as api_app_live from "@/app/api/app/live/route";
import * as api_app_locations from "@/app/api/app/locations/route";
import * as api_app_outbox from "@/app/api/app/outbox/route";
import * as api_app_overview_activity from "@/app/api/app/overview/activity/route";
import * as api_app_overview_appointments from "@/app/api/app/overview/appointments/route";
import * as api_app_overview from "@/app/api/app/overview/route";
import * as api_app_pipeline_settings from "@/app/api/app/pipeline-settings/route";
import * as api_app_session_location from "@/app/api/app/session/location/route";
import * as api_app_sessions__sessionId_ from "@/app/api/app/sessions/[sessionId]/route";
import * as api_app_sessions_end from "@/app/api/app/sessions/end/route";
import * as api_app_sessions from "@/app/api/app/sessions/route";
import * as api_app_stages from "@/app/api/app/stages/route";
import * as api_app_undo from "@/app/api/app/undo/route";
import * as api_app_views__viewId_ from "@/app/api/app/views/[viewId]/route";
import * as api_app_views_default from "@/app/api/app/views/default/route";
import * as api_app_views from "@/app/api/app/views/route";
import * as api_crm_lead__id_ from "@/app/api/crm/lead/[id]/route";
import * as api_crm_lead from "@/app/api/crm/lead/route";
import * as api_health from "@/app/api/health/route";
import * as api_leads__id__activate from "@/app/api/leads/[id]/activate/route";
import * as api_leads__id__archive from "@/app/api/leads/[id]/archive/route";
import * as api_leads__id__assigned from "@/app/api/leads/[id]/assigned/route";
import * as api_leads__id__clone from "@/app/api/leads/[id]/clone/route";
import * as api_leads__id__comments__comment_ from "@/app/api/leads/[id]/comments/[comment]/route";
import * as api_leads__id__comments from "@/app/api/leads/[id]/comments/route";
import * as api_leads__id__convert from "@/app/api/leads/[id]/convert/route";
import * as api_leads__id_ from "@/app/api/leads/[id]/route";
import * as api_leads__id__status from "@/app/api/leads/[id]/status/route";
import * as api_leads__id__tags from "@/app/api/leads/[id]/tags/route";
import * as api_leads from "@/app/api/leads/route";
import * as api_openapi_json from "@/app/api/openapi.json/route";
import * as api_ready from "@/app/api/ready/route";
import * as api_v1_appointments_list from "@/app/api/v1/appointments/list/route";
import * as api_v1_create_appointment from "@/app/api/v1/create/appointment/route";
import * as api_v1_create_lead from "@/app/api/v1/create/lead/route";
import * as api_v1_create_leadnote from "@/app/api/v1/create/leadnote/route";
import * as api_v1_delete_appointment from "@/app/api/v1/delete/appointment/route";
import * as api_v1_delete_lead from "@/app/api/v1/delete/lead/route";
import * as api_v1_delete_leadnote from "@/app/api/v1/delete/leadnote/route";
import * as api_v1_leads__id_ from "@/app/api/v1/leads/[id]/route";
import * as api_v1_leads_appointments_list from "@/app/api/v1/leads/appointments/list/route";
import * as api_v1_leads_create_appointment from "@/app/api/v1/leads/create/appointment/route";
import * as api_v1_leads_create_lead from "@/app/api/v1/leads/create/lead/route";
import * as api_v1_leads_create_leadnote from "@/app/api/v1/leads/create/leadnote/route";
import * as api_v1_leads_delete_appointment from "@/app/api/v1/leads/delete/appointment/route";
import * as api_v1_leads_delete_lead from "@/app/api/v1/leads/delete/lead/route";
import * as api_v1_leads_delete_leadnote from "@/app/api/v1/leads/delete/leadnote/route";
import * as api_v1_leads_list from "@/app/api/v1/leads/list/route";
import * as api_v1_leads_overview from "@/app/api/v1/leads/overview/route";
import * as api_v1_leads from "@/app/api/v1/leads/route";
import * as api_v1_leads_update_appointment from "@/app/api/v1/leads/update/appointment/route";
import * as api_v1_leads_update_lead from "@/app/api/v1/leads/update/lead/route";
import * as api_v1_leads_view_lead from "@/app/api/v1/leads/view/lead/route";
import * as api_v1_update_appointment from "@/app/api/v1/update/appointment/route";
import * as api_v1_update_lead from "@/app/api/v1/update/lead/route";
import * as api_v1_v1_create_lead from "@/app/api/v1/v1/create/lead/route";
import * as api_v1_v1_leads_create_lead from "@/app/api/v1/v1/leads/create/lead/route";
import * as api_v1_view_lead from "@/app/api/v1/view/lead/route";

export const routeTable: RouteTable = [
  { path: "/api/[...path]", methods: api_____path_ },
  { path: "/api/app/board/cards/by-id", methods: api_app_board_cards_by_id },
  { path: "/api/app/board/cards", methods: api_app_board_cards },
  { path: "/api/app/board/moves", methods: api_app_board_moves },
  { path: "/api/app/board", methods: api_app_board },
  { path: "/api/app/failed-jobs", methods: api_app_failed_jobs },
  { path: "/api/app/integrations/[integrationId]/rotate", methods: api_app_integrations__integrationId__rotate },
  { path: "/api/app/integrations", methods: api_app_integrations },
  { path: "/api/app/keys/[keyId]", methods: api_app_keys__keyId_ },
  { path: "/api/app/keys", methods: api_app_keys },
  { path: "/api/app/lead-choices", methods: api_app_lead_choices },
  { path: "/api/app/leads/[leadId]/files/[fileId]", methods: api_app_leads__leadId__files__fileId_ },
  { path: "/api/app/leads/[leadId]/files", methods: api_app_leads__leadId__files },
  { path: "/api/app/leads/[leadId]/location", methods: api_app_leads__leadId__location },
  { path: "/api/app/leads/[leadId]", methods: api_app_leads__leadId_ },
  { path: "/api/app/leads", methods: api_app_leads },
  { path: "/api/app/live", methods: api_app_live },
  { path: "/api/app/locations", methods: api_app_locations },
  { path: "/api/app/outbox", methods: api_app_outbox },
  { path: "/api/app/overview/activity", methods: api_app_overview_activity },
  { path: "/api/app/overview/appointments", methods: api_app_overview_appointments },
  { path: "/api/app/overview", methods: api_app_overview },
  { path: "/api/app/pipeline-settings", methods: api_app_pipeline_settings },
  { path: "/api/app/session/location", methods: api_app_session_location },
  { path: "/api/app/sessions/[sessionId]", methods: api_app_sessions__sessionId_ },
  { path: "/api/app/sessions/end", methods: api_app_sessions_end },
  { path: "/api/app/sessions", methods: api_app_sessions },
  { path: "/api/app/stages", methods: api_app_stages },
  { path: "/api/app/undo", methods: api_app_undo },
  { path: "/api/app/views/[viewId]", methods: api_app_views__viewId_ },
  { path: "/api/app/views/default", methods: api_app_views_default },
  { path: "/api/app/views", methods: api_app_views },
  { path: "/api/crm/lead/[id]", methods: api_crm_lead__id_ },
  { path: "/api/crm/lead", methods: api_crm_lead },
  { path: "/api/health", methods: api_health },
  { path: "/api/leads/[id]/activate", methods: api_leads__id__activate },
  { path: "/api/leads/[id]/archive", methods: api_leads__id__archive },
  { path: "/api/leads/[id]/assigned", methods: api_leads__id__assigned },
  { path: "/api/leads/[id]/clone", methods: api_leads__id__clone },
  { path: "/api/leads/[id]/comments/[comment]", methods: api_leads__id__comments__comment_ },
  { path: "/api/leads/[id]/comments", methods: api_leads__id__comments },
  { path: "/api/leads/[id]/convert", methods: api_leads__id__convert },
  { path: "/api/leads/[id]", methods: api_leads__id_ },
  { path: "/api/leads/[id]/status", methods: api_leads__id__status },
  { path: "/api/leads/[id]/tags", methods: api_leads__id__tags },
  { path: "/api/leads", methods: api_leads },
  { path: "/api/openapi.json", methods: api_openapi_json },
  { path: "/api/ready", methods: api_ready },
  { path: "/api/v1/appointments/list", methods: api_v1_appointments_list, aliasOf: "/api/v1/leads/appointments/list" },
  { path: "/api/v1/create/appointment", methods: api_v1_create_appointment, aliasOf: "/api/v1/leads/create/appointment" },
  { path: "/api/v1/create/lead", methods: api_v1_create_lead, aliasOf: "/api/v1/leads/create/lead" },
  { path: "/api/v1/create/leadnote", methods: api_v1_create_leadnote, aliasOf: "/api/v1/leads/create/leadnote" },
  { path: "/api/v1/delete/appointment", methods: api_v1_delete_appointment, aliasOf: "/api/v1/leads/delete/appointment" },
  { path: "/api/v1/delete/lead", methods: api_v1_delete_lead, aliasOf: "/api/v1/leads/delete/lead" },
  { path: "/api/v1/delete/leadnote", methods: api_v1_delete_leadnote, aliasOf: "/api/v1/leads/delete/leadnote" },
  { path: "/api/v1/leads/[id]", methods: api_v1_leads__id_ },
  { path: "/api/v1/leads/appointments/list", methods: api_v1_leads_appointments_list },
  { path: "/api/v1/leads/create/appointment", methods: api_v1_leads_create_appointment },
  { path: "/api/v1/leads/create/lead", methods: api_v1_leads_create_lead },
  { path: "/api/v1/leads/create/leadnote", methods: api_v1_leads_create_leadnote },
  { path: "/api/v1/leads/delete/appointment", methods: api_v1_leads_delete_appointment },
  { path: "/api/v1/leads/delete/lead", methods: api_v1_leads_delete_lead },
  { path: "/api/v1/leads/delete/leadnote", methods: api_v1_leads_delete_leadnote },
  { path: "/api/v1/leads/list", methods: api_v1_leads_list },
  { path: "/api/v1/leads/overview", methods: api_v1_leads_overview },
  { path: "/api/v1/leads", methods: api_v1_leads },
  { path: "/api/v1/leads/update/appointment", methods: api_v1_leads_update_appointment },
  { path: "/api/v1/leads/update/lead", methods: api_v1_leads_update_lead },
  { path: "/api/v1/leads/view/lead", methods: api_v1_leads_view_lead },
  { path: "/api/v1/update/appointment", methods: api_v1_update_appointment, aliasOf: "/api/v1/leads/update/appointment" },
  { path: "/api/v1/update/lead", methods: api_v1_update_lead, aliasOf: "/api/v1/leads/update/lead" },
  { path: "/api/v1/v1/create/lead", methods: api_v1_v1_create_lead, aliasOf: "/api/v1/leads/create/lead" },
  { path: "/api/v1/v1/leads/create/lead", methods: api_v1_v1_leads_create_lead, aliasOf: "/api/v1/leads/create/lead" },
  { path: "/api/v1/view/lead", methods: api_v1_view_lead, aliasOf: "/api/v1/leads/view/lead" },
];
