ALTER TABLE "events" DROP CONSTRAINT "events_location";
--> statement-breakpoint
ALTER TABLE "import_rows" DROP CONSTRAINT "import_rows_location";
--> statement-breakpoint
DROP INDEX "events_of_opportunity";--> statement-breakpoint
DROP INDEX "contacts_business";--> statement-breakpoint
DROP INDEX "contacts_country";--> statement-breakpoint
CREATE INDEX "events_of_opportunity" ON "events" USING btree ("location_id","opportunity_id","id") WHERE opportunity_id is not null;--> statement-breakpoint
CREATE INDEX "contacts_business" ON "contacts" USING btree ("location_id","business_id") WHERE business_id is not null;--> statement-breakpoint
CREATE INDEX "contacts_country" ON "contacts" USING btree ("location_id","country") WHERE deleted_at is null and country is not null;--> statement-breakpoint
-- No statement has looked up tags for themselves since they are part of the search text.
DROP INDEX contacts_tags;
--> statement-breakpoint
DROP FUNCTION find_tagged_contacts;
--> statement-breakpoint
-- Events are written by the thousand, and all of a statement are of one location: that it is there is made sure of once
-- per statement, as a foreign key would do once per row. Like one, it looks past row-level security.
CREATE FUNCTION require_location_of_events() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_event varchar;
BEGIN
  FOR of_event IN SELECT DISTINCT location_id FROM written LOOP
    PERFORM FROM locations WHERE id = of_event FOR KEY SHARE;
    IF NOT FOUND THEN
      RAISE foreign_key_violation USING message = 'An event names a location that is not there.',
        table = 'events', constraint = 'events_location';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION delete_events_of_location() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM events WHERE location_id = OLD.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION require_location_of_events, delete_events_of_location FROM PUBLIC;
--> statement-breakpoint
-- A function's owner must be able to make one where it is.
GRANT CREATE ON SCHEMA public TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION require_location_of_events OWNER TO leadwright_system;
--> statement-breakpoint
ALTER FUNCTION delete_events_of_location OWNER TO leadwright_system;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM leadwright_system;
--> statement-breakpoint
CREATE TRIGGER events_location AFTER INSERT ON events REFERENCING NEW TABLE AS written
FOR EACH STATEMENT EXECUTE FUNCTION require_location_of_events();
--> statement-breakpoint
CREATE TRIGGER locations_delete_events AFTER DELETE ON locations FOR EACH ROW EXECUTE FUNCTION delete_events_of_location();
