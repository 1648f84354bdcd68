DROP FUNCTION find_contacts_along, find_leads_along;
--> statement-breakpoint
-- Goes along what was made, from one of the edges (days, rising or falling) to another, until `enough` are found: each time
-- so far as what was found yet tells, at most eight times, for the first days of a list may be unlike the others. Takes the
-- rest of all as soon as `few` are expected in all. `shares` say which part of the list stands before each further edge. Each
-- row comes with the step that found it, the last of all being the rest. It stops at `most`, and where that is reached not
-- all of a step may be there.
CREATE FUNCTION find_contacts_along(part text, edges integer[], shares double precision[], few integer, enough integer, most integer, is_most boolean)
RETURNS TABLE (step integer, contact contacts) LANGUAGE plpgsql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  location text := current_setting('app.location_id');
  falls boolean := edges[1] > edges[2];
  at integer := 1;
  reached integer := edges[1];
  goal double precision;
  shelves bigint[];
  met integer;
  seen integer := 0;
BEGIN
  WHILE at <= cardinality(shares) LOOP
    shelves := public.shelves_between(location, least(reached, edges[at + 1]), greatest(reached, edges[at + 1]));
    RETURN QUERY SELECT at, c FROM public.contacts c
      WHERE c.location_id || '' = location AND c.deleted_at IS NULL AND c.search_text LIKE part
        AND public.shelves_of(c.location_id, c.created_at) && shelves LIMIT most - seen;
    GET DIAGNOSTICS met = ROW_COUNT;
    seen := seen + met;
    IF seen >= enough THEN RETURN; END IF;
    reached := edges[at + 1];
    EXIT WHEN seen + 1 < few * shares[at];
    goal := shares[at] * least(8, enough / (seen + 1.0));
    at := at + 1;
    WHILE shares[at] < goal LOOP at := at + 1; END LOOP;
  END LOOP;
  IF is_most THEN
    RETURN QUERY SELECT cardinality(edges), c FROM public.contacts c
      WHERE c.location_id || '' = location AND c.deleted_at IS NULL AND c.search_text LIKE part
        AND (c.created_at < to_timestamp(86400.0 * reached)) = falls LIMIT most - seen;
  ELSE
    RETURN QUERY SELECT cardinality(edges), c FROM public.contacts c
      WHERE c.location_id || '' = location AND c.deleted_at IS NULL AND c.search_text LIKE part
        AND public.shelves_of(c.location_id, c.created_at) && ARRAY[public.shelf(location, 0, 0)]
        AND (c.created_at < to_timestamp(86400.0 * reached)) = falls LIMIT most - seen;
  END IF;
END $$;
--> statement-breakpoint
-- The same of leads.
CREATE FUNCTION find_leads_along(part text, edges integer[], shares double precision[], few integer, enough integer, most integer)
RETURNS TABLE (step integer, lead opportunities) LANGUAGE plpgsql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  location text := current_setting('app.location_id');
  falls boolean := edges[1] > edges[2];
  at integer := 1;
  reached integer := edges[1];
  goal double precision;
  shelves bigint[];
  met integer;
  seen integer := 0;
  own bigint;
BEGIN
  WHILE at <= cardinality(shares) LOOP
    shelves := public.shelves_between(location, least(reached, edges[at + 1]), greatest(reached, edges[at + 1]));
    RETURN QUERY SELECT at, o FROM public.opportunities o
      WHERE o.location_id || '' = location AND o.deleted_at IS NULL AND o.search_text LIKE part
        AND public.shelves_of(o.location_id, o.created_at) && shelves LIMIT most - seen;
    GET DIAGNOSTICS met = ROW_COUNT;
    seen := seen + met;
    IF seen >= enough THEN RETURN; END IF;
    reached := edges[at + 1];
    EXIT WHEN seen + 1 < few * shares[at];
    goal := shares[at] * least(8, enough / (seen + 1.0));
    at := at + 1;
    WHILE shares[at] < goal LOOP at := at + 1; END LOOP;
  END LOOP;
  own := (SELECT sum(t.leads) FROM public.lead_tallies t WHERE t.location_id = location AND t.created_on IS NULL);
  IF own > 0.7 * (SELECT c.reltuples FROM pg_class c WHERE c.oid = 'public.opportunities'::regclass) THEN
    RETURN QUERY SELECT cardinality(edges), o FROM public.opportunities o
      WHERE o.location_id || '' = location AND o.deleted_at IS NULL AND o.search_text LIKE part
        AND (o.created_at < to_timestamp(86400.0 * reached)) = falls LIMIT most - seen;
  ELSE
    RETURN QUERY SELECT cardinality(edges), o FROM public.opportunities o
      WHERE o.location_id || '' = location AND o.deleted_at IS NULL AND o.search_text LIKE part
        AND public.shelves_of(o.location_id, o.created_at) && ARRAY[public.shelf(location, 0, 0)]
        AND (o.created_at < to_timestamp(86400.0 * reached)) = falls LIMIT most - seen;
  END IF;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_contacts_along, find_leads_along FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_contacts_along, find_leads_along TO leadwright_app;
--> statement-breakpoint
-- A function's owner must be able to make one where it is.
GRANT CREATE ON SCHEMA public TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION find_contacts_along OWNER TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION find_leads_along OWNER TO leadwright_system;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM leadwright_system;
