-- The shelf of a location that has most of all contacts tells nothing apart, and takes longest: who knows that it has
-- looks up the part alone.
DROP FUNCTION find_contacts(text, integer);
--> statement-breakpoint
CREATE FUNCTION find_contacts(part text, most integer, is_most boolean DEFAULT false) RETURNS SETOF varchar LANGUAGE plpgsql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  location text := current_setting('app.location_id');
BEGIN
  IF is_most THEN
    RETURN QUERY SELECT c.id FROM public.contacts c
      WHERE c.location_id || '' = location AND c.deleted_at IS NULL AND c.search_text LIKE part LIMIT most;
  ELSE
    RETURN QUERY SELECT c.id FROM public.contacts c
      WHERE c.location_id || '' = location AND c.deleted_at IS NULL AND c.search_text LIKE part
        AND public.shelves_of(c.location_id, c.created_at) && ARRAY[public.shelf(location, 0, 0)] LIMIT most;
  END IF;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_contacts FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_contacts TO leadwright_app;
--> statement-breakpoint
-- A function's owner must be able to make one where it is.
GRANT CREATE ON SCHEMA public TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION find_contacts OWNER TO leadwright_system;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM leadwright_system;
