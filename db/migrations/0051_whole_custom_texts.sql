-- Parts are looked up in all of a value, however long it is.
DROP INDEX custom_values_part;
--> statement-breakpoint
CREATE INDEX custom_values_part ON custom_values USING gin (location_id, custom_field_id, lower(value #>> '{}') gin_trgm_ops) WHERE contact_id IS NOT NULL;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION find_contacts_by_custom_part(field varchar, part text, most integer) RETURNS SETOF varchar LANGUAGE sql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT contact_id FROM public.custom_values
  WHERE location_id = current_setting('app.location_id') AND custom_field_id = field AND contact_id IS NOT NULL
    AND lower(value #>> '{}') LIKE part LIMIT most
$$;
