-- Whoever fills a table with thousands of rows says so to the planner, which else would take it for an empty one
-- until autovacuum comes by, and read all of it for every row. The tables' owner alone may.
CREATE FUNCTION refresh_lead_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE contacts;
  ANALYZE opportunities;
  ANALYZE events;
  ANALYZE import_rows;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION refresh_lead_statistics FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION refresh_lead_statistics TO leadwright_app, leadwright_system;
