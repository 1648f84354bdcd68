-- Living leads with a text that begins one of their words, told by a regular expression: the trigram index knows these of
-- one or two letters as well.
CREATE FUNCTION find_leads_beginning(beginning text, most integer) RETURNS SETOF opportunities LANGUAGE plpgsql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  location text := current_setting('app.location_id');
BEGIN
  RETURN QUERY SELECT o.* FROM public.opportunities o
    WHERE o.location_id || '' = location AND o.deleted_at IS NULL AND o.search_text ~ beginning
      AND public.shelves_of(o.location_id, o.created_at) && ARRAY[public.shelf(location, 0, 0)] LIMIT most;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_leads_beginning FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_leads_beginning TO leadwright_app;
--> statement-breakpoint
-- A function's owner must be able to make one where it is.
GRANT CREATE ON SCHEMA public TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION find_leads_beginning OWNER TO leadwright_system;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM leadwright_system;
