-- The shelves that hold what was made from one day (of UTC, from 1970 on) to another, which is left out: as few as there are.
CREATE FUNCTION shelves_between(location text, first integer, beyond integer) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  shelves bigint[] := '{}';
  days integer;
BEGIN
  WHILE first < beyond LOOP
    days := CASE
      WHEN first % 64 = 0 AND first + 64 <= beyond THEN 64
      WHEN first % 8 = 0 AND first + 8 <= beyond THEN 8
      ELSE 1
    END;
    shelves := shelves || public.shelf(location, days, first / days);
    first := first + days;
  END LOOP;
  RETURN shelves;
END $$;
--> statement-breakpoint
-- Goes along what was made, from one of the edges (days, rising or falling) to the next, until `enough` are found; to the
-- rest of all as soon as fewer than the `few` of a step were. Each row comes with the step that found it, the last of all
-- being the rest. It stops at `most`, and where that is reached not all of a step may be there.
CREATE FUNCTION find_contacts_along(part text, edges integer[], few integer[], enough integer, most integer, is_most boolean)
RETURNS TABLE (step integer, contact contacts) LANGUAGE plpgsql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  location text := current_setting('app.location_id');
  steps integer := cardinality(few);
  falls boolean := edges[1] > edges[2];
  shelves bigint[];
  reached timestamptz;
  met integer;
  seen integer := 0;
BEGIN
  FOR at IN 1 .. steps LOOP
    shelves := public.shelves_between(location, least(edges[at], edges[at + 1]), greatest(edges[at], edges[at + 1]));
    RETURN QUERY SELECT at, c FROM public.contacts c
      WHERE c.location_id || '' = location AND c.deleted_at IS NULL AND c.search_text LIKE part
        AND public.shelves_of(c.location_id, c.created_at) && shelves LIMIT most - seen;
    GET DIAGNOSTICS met = ROW_COUNT;
    seen := seen + met;
    IF seen >= enough THEN RETURN; END IF;
    reached := to_timestamp(86400.0 * edges[at + 1]);
    EXIT WHEN seen < few[at];
  END LOOP;
  IF is_most THEN
    RETURN QUERY SELECT steps + 1, c FROM public.contacts c
      WHERE c.location_id || '' = location AND c.deleted_at IS NULL AND c.search_text LIKE part
        AND (c.created_at < reached) = falls LIMIT most - seen;
  ELSE
    RETURN QUERY SELECT steps + 1, c FROM public.contacts c
      WHERE c.location_id || '' = location AND c.deleted_at IS NULL AND c.search_text LIKE part
        AND public.shelves_of(c.location_id, c.created_at) && ARRAY[public.shelf(location, 0, 0)]
        AND (c.created_at < reached) = falls LIMIT most - seen;
  END IF;
END $$;
--> statement-breakpoint
-- The same of leads.
CREATE FUNCTION find_leads_along(part text, edges integer[], few integer[], enough integer, most integer)
RETURNS TABLE (step integer, lead opportunities) LANGUAGE plpgsql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  location text := current_setting('app.location_id');
  steps integer := cardinality(few);
  falls boolean := edges[1] > edges[2];
  own bigint;
  shelves bigint[];
  reached timestamptz;
  met integer;
  seen integer := 0;
BEGIN
  FOR at IN 1 .. steps LOOP
    shelves := public.shelves_between(location, least(edges[at], edges[at + 1]), greatest(edges[at], edges[at + 1]));
    RETURN QUERY SELECT at, o FROM public.opportunities o
      WHERE o.location_id || '' = location AND o.deleted_at IS NULL AND o.search_text LIKE part
        AND public.shelves_of(o.location_id, o.created_at) && shelves LIMIT most - seen;
    GET DIAGNOSTICS met = ROW_COUNT;
    seen := seen + met;
    IF seen >= enough THEN RETURN; END IF;
    reached := to_timestamp(86400.0 * edges[at + 1]);
    EXIT WHEN seen < few[at];
  END LOOP;
  own := (SELECT sum(t.leads) FROM public.lead_tallies t WHERE t.location_id = location AND t.created_on IS NULL);
  IF own > 0.7 * (SELECT c.reltuples FROM pg_class c WHERE c.oid = 'public.opportunities'::regclass) THEN
    RETURN QUERY SELECT steps + 1, o FROM public.opportunities o
      WHERE o.location_id || '' = location AND o.deleted_at IS NULL AND o.search_text LIKE part
        AND (o.created_at < reached) = falls LIMIT most - seen;
  ELSE
    RETURN QUERY SELECT steps + 1, o FROM public.opportunities o
      WHERE o.location_id || '' = location AND o.deleted_at IS NULL AND o.search_text LIKE part
        AND public.shelves_of(o.location_id, o.created_at) && ARRAY[public.shelf(location, 0, 0)]
        AND (o.created_at < reached) = falls LIMIT most - seen;
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
--> statement-breakpoint
DROP FUNCTION find_contacts_between, find_leads_between;
