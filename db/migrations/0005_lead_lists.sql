ALTER TABLE "lead_tallies" ALTER COLUMN "category_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "lead_tallies" ALTER COLUMN "archived" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "opportunities_value_falling" ON "opportunities" USING btree ("location_id",value_minor desc nulls last,id desc) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_last_contacted_falling" ON "opportunities" USING btree ("location_id",last_contacted_on desc nulls last,id desc) WHERE deleted_at is null;--> statement-breakpoint
-- The rows of a day are by fewer things now. Sums stay right: rows of one group may be several until they are folded.
SET LOCAL ROLE leadwright_system;
--> statement-breakpoint
UPDATE lead_tallies SET category_id = NULL, archived = NULL WHERE created_on IS NOT NULL;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION tally_lead(lead opportunities, sign integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO lead_tallies (location_id, id, created_on, stage_id, status, category_id, source, archived, currency, leads, value_minor)
  SELECT lead.location_id, left(md5(random()::text || lead.id || sign), 20), day, lead.stage_id, lead.status,
    CASE WHEN day IS NULL THEN lead.category_id END, lead.source, CASE WHEN day IS NULL THEN lead.archived_at IS NOT NULL END,
    lead.currency, sign, sign * coalesce(lead.value_minor, 0)
  FROM locations l, unnest(ARRAY[NULL, (lead.created_at AT TIME ZONE l.time_zone)::date]) AS day
  WHERE l.id = lead.location_id AND lead.deleted_at IS NULL
$$;
--> statement-breakpoint
-- As before, for groups that leave a part out; days are written in order, so that a span of them lies together.
CREATE OR REPLACE FUNCTION fold_lead_tallies(location varchar) RETURNS integer LANGUAGE sql AS $$
  WITH appended AS (
    DELETE FROM lead_tallies WHERE location_id = location AND NOT folded RETURNING *
  ), sums AS (
    DELETE FROM lead_tallies t
    USING (SELECT DISTINCT created_on, stage_id, status, category_id, source, archived, currency FROM appended) AS g
    WHERE t.location_id = location AND t.folded AND t.stage_id = g.stage_id AND t.status = g.status AND t.currency = g.currency
      -- Equalities, which can be hashed; IS NOT DISTINCT FROM can not.
      AND coalesce(t.created_on, '-infinity') = coalesce(g.created_on, '-infinity')
      AND coalesce(t.category_id, '') = coalesce(g.category_id, '') AND coalesce(t.archived, false) = coalesce(g.archived, false)
      AND (t.source IS NULL) = (g.source IS NULL) AND coalesce(t.source, '') = coalesce(g.source, '')
    RETURNING t.*
  ), folded AS (
    INSERT INTO lead_tallies (location_id, id, created_on, stage_id, status, category_id, source, archived, currency, leads, value_minor, folded)
    SELECT location_id, left(md5(random()::text || min(id)), 20), created_on, stage_id, status, category_id, source, archived, currency, sum(leads), sum(value_minor), true
    FROM (SELECT * FROM appended UNION ALL SELECT * FROM sums) AS rows
    GROUP BY location_id, created_on, stage_id, status, category_id, source, archived, currency
    HAVING sum(leads) <> 0 OR sum(value_minor) <> 0
    ORDER BY created_on
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM appended)::integer + (SELECT count(*) FROM sums)::integer - (SELECT count(*) FROM folded)::integer
$$;
--> statement-breakpoint
-- Under row-level security no condition of a query sees a row before the policy's own, unless PostgreSQL calls its
-- operator leakproof: LIKE is not, so the trigram indexes would never be used. These two see every row, as
-- leadwright_system does, and give out those of the caller's location.
CREATE FUNCTION find_leads(part text) RETURNS SETOF opportunities LANGUAGE sql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT o.* FROM public.opportunities o
  WHERE o.location_id = current_setting('app.location_id') AND o.deleted_at IS NULL AND o.search_text LIKE part
$$;
--> statement-breakpoint
CREATE FUNCTION find_leads_by_phone(part text) RETURNS SETOF opportunities LANGUAGE sql STABLE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
  SELECT o.* FROM public.contacts c JOIN public.opportunities o ON o.location_id = c.location_id AND o.contact_id = c.id
  WHERE c.location_id = current_setting('app.location_id') AND o.deleted_at IS NULL AND c.phone ILIKE part
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
-- A contact's first and last name are looked up here too: they may be other words than those of the whole name.
CREATE FUNCTION lead_search_text(lead_name text, person contacts) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(concat_ws(' ', lead_name, person.name,
    CASE WHEN coalesce(strpos(person.name, person.first_name), 0) = 0 THEN person.first_name END,
    CASE WHEN coalesce(strpos(person.name, person.last_name), 0) = 0 THEN person.last_name END,
    person.company_name, person.email))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_lead_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT lead_search_text(NEW.name, c) INTO NEW.search_text
  FROM contacts c WHERE c.location_id = NEW.location_id AND c.id = NEW.contact_id;
  NEW.search_text := coalesce(NEW.search_text, lower(NEW.name));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_contact_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE opportunities o SET search_text = lead_search_text(o.name, NEW)
  WHERE o.location_id = NEW.location_id AND o.contact_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER contacts_search_text ON contacts;
--> statement-breakpoint
CREATE TRIGGER contacts_search_text AFTER UPDATE OF name, first_name, last_name, company_name, email ON contacts
FOR EACH ROW WHEN ((OLD.name, OLD.first_name, OLD.last_name, OLD.company_name, OLD.email)
  IS DISTINCT FROM (NEW.name, NEW.first_name, NEW.last_name, NEW.company_name, NEW.email))
EXECUTE FUNCTION keep_contact_search_text();
--> statement-breakpoint
DROP FUNCTION lead_search_text(text, text, text, text);
--> statement-breakpoint
SET LOCAL ROLE leadwright_system;
--> statement-breakpoint
UPDATE opportunities o SET search_text = lead_search_text(o.name, c) FROM contacts c
WHERE c.location_id = o.location_id AND c.id = o.contact_id AND o.search_text <> lead_search_text(o.name, c);
--> statement-breakpoint
RESET ROLE;
