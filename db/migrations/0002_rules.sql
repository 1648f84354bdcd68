-- Row-level security binds the owner of the tables as well.
DO $$
DECLARE table_name text;
BEGIN
  FOR table_name IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON companies, locations, users, members, sessions, tokens, password_resets, access_events, sign_in_attempts, rate_limits, installation TO leadwright_access;
--> statement-breakpoint
GRANT DELETE ON sign_in_attempts, rate_limits TO leadwright_access;
--> statement-breakpoint
-- What happened stays as it was written.
REVOKE UPDATE, DELETE ON events FROM leadwright_app;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON access_events FROM leadwright_app, leadwright_access;
--> statement-breakpoint
ALTER TABLE appointments ADD CONSTRAINT appointments_end_after_start CHECK (ends_at > starts_at);
--> statement-breakpoint
-- One host can not be in two places: statuses that free the time again are left out.
ALTER TABLE appointments ADD CONSTRAINT appointments_no_double_booking EXCLUDE USING gist (
  location_id WITH =, host_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&
) WHERE (deleted_at IS NULL AND NOT overrides_conflicts AND host_id IS NOT NULL AND status IN ('new', 'confirmed', 'rescheduled', 'showed'));
--> statement-breakpoint
ALTER TABLE stages ADD CONSTRAINT stages_probability CHECK (probability BETWEEN 0 AND 100);
--> statement-breakpoint
ALTER TABLE custom_values ADD CONSTRAINT custom_values_one_record CHECK (num_nonnulls(opportunity_id, contact_id) = 1);
--> statement-breakpoint
ALTER TABLE checklist_items ADD CONSTRAINT checklist_items_one_parent CHECK (num_nonnulls(opportunity_id, task_id) = 1);
--> statement-breakpoint
CREATE INDEX opportunities_search ON opportunities USING gin (location_id, search_text gin_trgm_ops) WHERE deleted_at IS NULL;
--> statement-breakpoint
CREATE INDEX contacts_phone_part ON contacts USING gin (location_id, phone gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX contacts_tags ON contacts USING gin (location_id, tags);
--> statement-breakpoint
CREATE FUNCTION lead_search_text(name text, contact_name text, company_name text, email text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT lower(concat_ws(' ', name, contact_name, company_name, email)) $$;
--> statement-breakpoint
CREATE FUNCTION keep_lead_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT lead_search_text(NEW.name, c.name, c.company_name, c.email) INTO NEW.search_text
  FROM contacts c WHERE c.location_id = NEW.location_id AND c.id = NEW.contact_id;
  NEW.search_text := coalesce(NEW.search_text, lower(NEW.name));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER opportunities_search_text BEFORE INSERT OR UPDATE OF name, contact_id ON opportunities
FOR EACH ROW EXECUTE FUNCTION keep_lead_search_text();
--> statement-breakpoint
CREATE FUNCTION keep_contact_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE opportunities o SET search_text = lead_search_text(o.name, NEW.name, NEW.company_name, NEW.email)
  WHERE o.location_id = NEW.location_id AND o.contact_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contacts_search_text AFTER UPDATE OF name, company_name, email ON contacts
FOR EACH ROW WHEN ((OLD.name, OLD.company_name, OLD.email) IS DISTINCT FROM (NEW.name, NEW.company_name, NEW.email))
EXECUTE FUNCTION keep_contact_search_text();
--> statement-breakpoint
-- Every change of a lead appends what it adds to and takes from the tallies: nobody waits for a row.
CREATE FUNCTION tally_lead(lead opportunities, sign integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO lead_tallies (location_id, id, created_on, stage_id, status, category_id, source, archived, currency, leads, value_minor)
  SELECT lead.location_id, left(md5(random()::text || lead.id || sign), 20), day, lead.stage_id, lead.status, lead.category_id, lead.source,
    lead.archived_at IS NOT NULL, lead.currency, sign, sign * coalesce(lead.value_minor, 0)
  FROM locations l, unnest(ARRAY[NULL, (lead.created_at AT TIME ZONE l.time_zone)::date]) AS day
  WHERE l.id = lead.location_id AND lead.deleted_at IS NULL
$$;
--> statement-breakpoint
CREATE FUNCTION keep_lead_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM tally_lead(OLD, -1); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM tally_lead(NEW, 1); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER opportunities_tally_made AFTER INSERT OR DELETE ON opportunities FOR EACH ROW EXECUTE FUNCTION keep_lead_tallies();
--> statement-breakpoint
CREATE TRIGGER opportunities_tally_changed AFTER UPDATE ON opportunities FOR EACH ROW
WHEN ((OLD.stage_id, OLD.status, OLD.category_id, OLD.source, OLD.archived_at IS NULL, OLD.currency, OLD.value_minor, OLD.deleted_at IS NULL, OLD.created_at)
  IS DISTINCT FROM (NEW.stage_id, NEW.status, NEW.category_id, NEW.source, NEW.archived_at IS NULL, NEW.currency, NEW.value_minor, NEW.deleted_at IS NULL, NEW.created_at))
EXECUTE FUNCTION keep_lead_tallies();
--> statement-breakpoint
-- Folds the appended rows of one location into one row per group. Answers how many rows went away.
CREATE FUNCTION fold_lead_tallies(location varchar) RETURNS integer LANGUAGE sql AS $$
  WITH crowded AS (
    SELECT array_agg(id) AS ids FROM lead_tallies WHERE location_id = location
    GROUP BY created_on, stage_id, status, category_id, source, archived, currency HAVING count(*) > 1
  ), removed AS (
    DELETE FROM lead_tallies WHERE location_id = location AND id IN (SELECT unnest(ids) FROM crowded) RETURNING *
  ), folded AS (
    INSERT INTO lead_tallies (location_id, id, created_on, stage_id, status, category_id, source, archived, currency, leads, value_minor)
    SELECT location_id, left(md5(random()::text || min(id)), 20), created_on, stage_id, status, category_id, source, archived, currency, sum(leads), sum(value_minor)
    FROM removed GROUP BY location_id, created_on, stage_id, status, category_id, source, archived, currency
    HAVING sum(leads) <> 0 OR sum(value_minor) <> 0
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM removed)::integer - (SELECT count(*) FROM folded)::integer
$$;
--> statement-breakpoint
-- Every process keeps what it found out about callers for a while: this tells them to look again.
CREATE FUNCTION announce_access_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('leadwright_access', TG_TABLE_NAME);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tokens_announce AFTER UPDATE OF scopes, expires_at, revoked_at, location_id, user_id OR DELETE ON tokens FOR EACH STATEMENT EXECUTE FUNCTION announce_access_change();
--> statement-breakpoint
CREATE TRIGGER sessions_announce AFTER UPDATE OF revoked_at, expires_at, location_id OR DELETE ON sessions FOR EACH STATEMENT EXECUTE FUNCTION announce_access_change();
--> statement-breakpoint
CREATE TRIGGER members_announce AFTER INSERT OR UPDATE OR DELETE ON members FOR EACH STATEMENT EXECUTE FUNCTION announce_access_change();
--> statement-breakpoint
CREATE TRIGGER users_announce AFTER UPDATE OR DELETE ON users FOR EACH STATEMENT EXECUTE FUNCTION announce_access_change();
--> statement-breakpoint
CREATE TRIGGER locations_announce AFTER UPDATE ON locations FOR EACH STATEMENT EXECUTE FUNCTION announce_access_change();
