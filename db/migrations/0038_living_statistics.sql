-- The planner hears how many contacts live, and how names differ, as well: where all were deleted a moment ago it takes
-- any index of living ones for empty, and looks for the same name and company by walking a whole location for every row.
CREATE OR REPLACE FUNCTION refresh_lead_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET default_statistics_target = 30 AS $$
BEGIN
  ANALYZE (SKIP_LOCKED) contacts (location_id, id, email_normal, phone_normal, name_and_company, deleted_at);
  ANALYZE (SKIP_LOCKED) opportunities (location_id, id, contact_id, deleted_at);
  ANALYZE (SKIP_LOCKED) events (location_id, contact_id, opportunity_id);
  ANALYZE (SKIP_LOCKED) import_rows (location_id, import_id, position, contact_id, opportunity_id);
END $$;
