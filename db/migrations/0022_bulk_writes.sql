-- Others that share an email, a phone, or name and company with a contact. At most ten of each: a shared info@
-- address would mark hundreds, and help nobody.
CREATE FUNCTION possible_duplicates(of_location varchar, of_id varchar, of_email text, of_phone text, of_name text) RETURNS TABLE (other varchar, reason text)
LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT DISTINCT ON (found.id) found.id, found.reason FROM (
    (SELECT c.id, 1 AS place, 'email' AS reason FROM contacts c
      WHERE c.location_id = of_location AND c.email_normal = of_email AND c.deleted_at IS NULL AND c.id <> of_id LIMIT 10)
    UNION ALL
    (SELECT c.id, 2, 'phone' FROM contacts c
      WHERE c.location_id = of_location AND c.phone_normal = of_phone AND c.deleted_at IS NULL AND c.id <> of_id LIMIT 10)
    UNION ALL
    (SELECT c.id, 3, 'name' FROM contacts c
      WHERE c.location_id = of_location AND c.name_and_company = of_name AND c.deleted_at IS NULL AND c.id <> of_id LIMIT 10)
  ) found ORDER BY found.id, found.place
$$;
--> statement-breakpoint
-- New contacts are looked at once per statement. Both functions look as their owner and not as one location, of which
-- the planner thinks that it knows how few rows it has, and takes any index that begins with it.
CREATE FUNCTION suspect_new_duplicates() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off AS $$
BEGIN
  INSERT INTO duplicate_candidates (location_id, id, contact_id, other_contact_id, reason)
  SELECT made.location_id, left(md5(made.id || same.other), 20), least(made.id, same.other), greatest(made.id, same.other), same.reason
  FROM made, possible_duplicates(made.location_id, made.id, made.email_normal, made.phone_normal, made.name_and_company) AS same
  WHERE made.deleted_at IS NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION suspect_duplicates() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET enable_bitmapscan = off SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  INSERT INTO duplicate_candidates (location_id, id, contact_id, other_contact_id, reason)
  SELECT NEW.location_id, left(md5(NEW.id || same.other), 20), least(NEW.id, same.other), greatest(NEW.id, same.other), same.reason
  FROM possible_duplicates(NEW.location_id, NEW.id, NEW.email_normal, NEW.phone_normal, NEW.name_and_company) AS same
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION suspect_new_duplicates, suspect_duplicates FROM PUBLIC;
--> statement-breakpoint
-- A function's owner must be able to make one where it is.
GRANT CREATE ON SCHEMA public TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION suspect_new_duplicates OWNER TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION suspect_duplicates OWNER TO leadwright_system;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM leadwright_system;
--> statement-breakpoint
DROP TRIGGER contacts_suspect_made ON contacts;
--> statement-breakpoint
CREATE TRIGGER contacts_suspect_made AFTER INSERT ON contacts REFERENCING NEW TABLE AS made
FOR EACH STATEMENT EXECUTE FUNCTION suspect_new_duplicates();
--> statement-breakpoint
CREATE FUNCTION lead_search_text(lead_name text, whole text, first text, last text, company text, email text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(concat_ws(' ', lead_name, whole, CASE WHEN coalesce(strpos(whole, first), 0) = 0 THEN first END,
    CASE WHEN coalesce(strpos(whole, last), 0) = 0 THEN last END, company, email))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION lead_search_text(lead_name text, person contacts) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lead_search_text(lead_name, person.name, person.first_name, person.last_name, person.company_name, person.email)
$$;
--> statement-breakpoint
DROP TRIGGER opportunities_search_text ON opportunities;
--> statement-breakpoint
-- Whoever makes a lead together with its contact may bring its search text: nobody has to look for the contact then.
CREATE TRIGGER opportunities_search_text_made BEFORE INSERT ON opportunities FOR EACH ROW
WHEN (NEW.search_text = '') EXECUTE FUNCTION keep_lead_search_text();
--> statement-breakpoint
CREATE TRIGGER opportunities_search_text_changed BEFORE UPDATE OF name, contact_id ON opportunities FOR EACH ROW
EXECUTE FUNCTION keep_lead_search_text();
--> statement-breakpoint
-- The columns that the statements of an import look for, by a smaller sample: it is done several times in one import.
CREATE OR REPLACE FUNCTION refresh_lead_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET default_statistics_target = 30 AS $$
BEGIN
  ANALYZE contacts (location_id, id, email_normal, phone_normal);
  ANALYZE opportunities (location_id, id, contact_id);
  ANALYZE events (location_id, contact_id, opportunity_id);
  ANALYZE import_rows (location_id, import_id, position, contact_id, opportunity_id);
END $$;
