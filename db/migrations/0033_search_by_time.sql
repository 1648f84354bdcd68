-- Texts are looked up by where and when a row was made: of a word that many have, the rows of some days are found without
-- reading through all that the index has of it. Each row stands on a shelf of its location, and there on those of the 64
-- days, the 8 days and the day (in UTC, from 1970 on) that it was made in. They are numbers, so that the index stays small.
CREATE FUNCTION shelf(location text, days integer, place integer) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT hashtextextended(location, (days::bigint << 32) + place)
$$;
--> statement-breakpoint
CREATE FUNCTION shelf_at(location text, days integer, moment timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT public.shelf(location, days, floor(date_part('epoch', moment - timestamptz '1970-01-01 00:00:00+00') / 86400 / days)::integer)
$$;
--> statement-breakpoint
CREATE FUNCTION shelves_of(location text, made timestamptz) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY[public.shelf(location, 0, 0), public.shelf_at(location, 64, made), public.shelf_at(location, 8, made), public.shelf_at(location, 1, made)]
$$;
--> statement-breakpoint
DROP INDEX opportunities_search;
--> statement-breakpoint
CREATE INDEX opportunities_search ON opportunities USING gin (shelves_of(location_id, created_at), search_text gin_trgm_ops) WHERE deleted_at IS NULL;
--> statement-breakpoint
DROP INDEX contacts_search;
--> statement-breakpoint
CREATE INDEX contacts_search ON contacts USING gin (shelves_of(location_id, created_at), search_text gin_trgm_ops) WHERE deleted_at IS NULL;
--> statement-breakpoint
-- The shelf of a location that has most of all leads tells nothing apart, and takes longest: the part alone is then
-- looked up. Put together, a location's id is no condition that another index knows.
CREATE OR REPLACE FUNCTION find_leads(part text, most integer) RETURNS SETOF opportunities LANGUAGE plpgsql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  location text := current_setting('app.location_id');
  own bigint := (SELECT sum(t.leads) FROM public.lead_tallies t WHERE t.location_id = location AND t.created_on IS NULL);
BEGIN
  IF own > 0.7 * (SELECT c.reltuples FROM pg_class c WHERE c.oid = 'public.opportunities'::regclass) THEN
    RETURN QUERY SELECT o.* FROM public.opportunities o
      WHERE o.location_id || '' = location AND o.deleted_at IS NULL AND o.search_text LIKE part LIMIT most;
  ELSE
    RETURN QUERY SELECT o.* FROM public.opportunities o
      WHERE o.location_id || '' = location AND o.deleted_at IS NULL AND o.search_text LIKE part
        AND public.shelves_of(o.location_id, o.created_at) && ARRAY[public.shelf(location, 0, 0)] LIMIT most;
  END IF;
END $$;
--> statement-breakpoint
-- Those on the shelves of 64 days, 8 days or one, from the first to the last of them.
CREATE FUNCTION find_leads_between(part text, days integer, first integer, last integer, most integer) RETURNS SETOF opportunities
LANGUAGE plpgsql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  location text := current_setting('app.location_id');
  shelves bigint[] := ARRAY(SELECT public.shelf(location, days, place) FROM generate_series(first, last) AS place);
BEGIN
  RETURN QUERY SELECT o.* FROM public.opportunities o
    WHERE o.location_id || '' = location AND o.deleted_at IS NULL AND o.search_text LIKE part
      AND public.shelves_of(o.location_id, o.created_at) && shelves LIMIT most;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION find_contacts(part text, most integer) RETURNS SETOF varchar LANGUAGE plpgsql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  location text := current_setting('app.location_id');
BEGIN
  RETURN QUERY SELECT c.id FROM public.contacts c
    WHERE c.location_id || '' = location AND c.deleted_at IS NULL AND c.search_text LIKE part
      AND public.shelves_of(c.location_id, c.created_at) && ARRAY[public.shelf(location, 0, 0)] LIMIT most;
END $$;
--> statement-breakpoint
CREATE FUNCTION find_contacts_between(part text, days integer, first integer, last integer, most integer) RETURNS SETOF varchar
LANGUAGE plpgsql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  location text := current_setting('app.location_id');
  shelves bigint[] := ARRAY(SELECT public.shelf(location, days, place) FROM generate_series(first, last) AS place);
BEGIN
  RETURN QUERY SELECT c.id FROM public.contacts c
    WHERE c.location_id || '' = location AND c.deleted_at IS NULL AND c.search_text LIKE part
      AND public.shelves_of(c.location_id, c.created_at) && shelves LIMIT most;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_leads_between, find_contacts_between FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_leads_between, find_contacts_between TO leadwright_app;
--> statement-breakpoint
-- A function's owner must be able to make one where it is.
GRANT CREATE ON SCHEMA public TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION find_leads_between OWNER TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION find_contacts_between OWNER TO leadwright_system;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM leadwright_system;
