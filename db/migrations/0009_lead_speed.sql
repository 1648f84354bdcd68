-- `most` bounds the work where a part is common; null fetches all there are.
DROP FUNCTION find_leads(text);
--> statement-breakpoint
CREATE FUNCTION find_leads(part text, most integer) RETURNS SETOF opportunities LANGUAGE sql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT o.* FROM public.opportunities o
  WHERE o.location_id = current_setting('app.location_id') AND o.deleted_at IS NULL AND o.search_text LIKE part
  LIMIT most
$$;
--> statement-breakpoint
DROP FUNCTION find_leads_by_phone(text);
--> statement-breakpoint
CREATE FUNCTION find_leads_by_phone(part text, most integer) RETURNS SETOF opportunities LANGUAGE sql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
  SELECT o.* FROM public.contacts c JOIN public.opportunities o ON o.location_id = c.location_id AND o.contact_id = c.id
  WHERE c.location_id = current_setting('app.location_id') AND o.deleted_at IS NULL AND c.phone ILIKE part
  LIMIT most
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_leads, find_leads_by_phone FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_leads, find_leads_by_phone TO leadwright_app;
--> statement-breakpoint
-- A function's owner must be able to make one where it is.
GRANT CREATE ON SCHEMA public TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION find_leads OWNER TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION find_leads_by_phone OWNER TO leadwright_system;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM leadwright_system;
--> statement-breakpoint
-- One statement whose plan is kept, for both sides of a change: of a new lead there is no old one.
CREATE OR REPLACE FUNCTION keep_lead_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lead_tallies (location_id, id, created_on, stage_id, status, category_id, source, archived, currency, leads, value_minor)
  SELECT (lead).location_id, left(md5(random()::text || (lead).id || sign), 20), day, (lead).stage_id, (lead).status,
    CASE WHEN day IS NULL THEN (lead).category_id END, (lead).source, CASE WHEN day IS NULL THEN (lead).archived_at IS NOT NULL END,
    (lead).currency, sign, sign * coalesce((lead).value_minor, 0)
  FROM (VALUES (OLD, -1), (NEW, 1)) AS sides (lead, sign)
    JOIN locations l ON l.id = (lead).location_id,
    unnest(ARRAY[NULL, ((lead).created_at AT TIME ZONE l.time_zone)::date]) AS day
  WHERE (lead).deleted_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP FUNCTION tally_lead(opportunities, integer);
