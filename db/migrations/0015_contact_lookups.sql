CREATE INDEX "contacts_first_name_falling" ON "contacts" USING btree ("location_id",first_name_lower desc nulls last,id desc) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "contacts_last_name_falling" ON "contacts" USING btree ("location_id",last_name_lower desc nulls last,id desc) WHERE deleted_at is null;
--> statement-breakpoint
-- Its parameter was called like a column, which a function prefers.
DROP FUNCTION find_contacts_by_address(text);
--> statement-breakpoint
CREATE FUNCTION find_contacts_by_address(reached text) RETURNS SETOF varchar LANGUAGE sql STABLE ROWS 2
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT c.id FROM public.contacts c
  WHERE c.location_id = current_setting('app.location_id') AND c.deleted_at IS NULL
    AND c.other_addresses <> '{}' AND c.other_addresses @> ARRAY[reached] LIMIT 100
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_contacts_by_address FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_contacts_by_address TO leadwright_app;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION find_contacts_by_address OWNER TO leadwright_system;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM leadwright_system;
