-- Where autovacuum is at a table already, nobody waits for it: it tells the planner itself.
CREATE OR REPLACE FUNCTION refresh_lead_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET default_statistics_target = 30 AS $$
BEGIN
  ANALYZE (SKIP_LOCKED) contacts (location_id, id, email_normal, phone_normal);
  ANALYZE (SKIP_LOCKED) opportunities (location_id, id, contact_id);
  ANALYZE (SKIP_LOCKED) events (location_id, contact_id, opportunity_id);
  ANALYZE (SKIP_LOCKED) import_rows (location_id, import_id, position, contact_id, opportunity_id);
END $$;
