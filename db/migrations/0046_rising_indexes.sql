-- Rows come in the order of time. An index that rises with it fills page after page, where one that falls leaves them half
-- empty; the newest first is read from its end.
DROP INDEX "contacts_newest";--> statement-breakpoint
DROP INDEX "contacts_updated";--> statement-breakpoint
DROP INDEX "contacts_assigned";--> statement-breakpoint
DROP INDEX "contacts_undisturbed";--> statement-breakpoint
DROP INDEX "opportunities_newest";--> statement-breakpoint
DROP INDEX "opportunities_updated";--> statement-breakpoint
DROP INDEX "opportunities_stage";--> statement-breakpoint
DROP INDEX "opportunities_pipeline";--> statement-breakpoint
DROP INDEX "opportunities_status";--> statement-breakpoint
DROP INDEX "opportunities_source";--> statement-breakpoint
DROP INDEX "opportunities_category";--> statement-breakpoint
DROP INDEX "opportunities_owner";--> statement-breakpoint
DROP INDEX "opportunities_creator";--> statement-breakpoint
DROP INDEX "opportunities_archived";--> statement-breakpoint
CREATE INDEX "contacts_newest" ON "contacts" USING btree ("location_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "contacts_updated" ON "contacts" USING btree ("location_id","updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "contacts_assigned" ON "contacts" USING btree ("location_id","assigned_to_id","created_at","id") WHERE deleted_at is null and assigned_to_id is not null;--> statement-breakpoint
CREATE INDEX "contacts_undisturbed" ON "contacts" USING btree ("location_id","created_at","id") WHERE deleted_at is null and do_not_disturb;--> statement-breakpoint
CREATE INDEX "opportunities_newest" ON "opportunities" USING btree ("location_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_updated" ON "opportunities" USING btree ("location_id","updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_stage" ON "opportunities" USING btree ("location_id","stage_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_pipeline" ON "opportunities" USING btree ("location_id","pipeline_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_status" ON "opportunities" USING btree ("location_id","status","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_source" ON "opportunities" USING btree ("location_id","source","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_category" ON "opportunities" USING btree ("location_id","category_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_owner" ON "opportunities" USING btree ("location_id","owner_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_creator" ON "opportunities" USING btree ("location_id","created_by_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_archived" ON "opportunities" USING btree ("location_id","created_at","id") WHERE deleted_at is null and archived_at is not null;
--> statement-breakpoint
-- What ends in an id has no two entries alike: looking for them each time a page is full is in vain.
DO $$
DECLARE
  one regclass;
BEGIN
  FOR one IN
    SELECT i.indexrelid FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[i.indnkeyatts - 1]
    WHERE i.indrelid IN ('contacts'::regclass, 'opportunities'::regclass, 'events'::regclass)
      AND m.amname = 'btree' AND NOT i.indisunique AND a.attname = 'id'
  LOOP
    EXECUTE format('ALTER INDEX %s SET (deduplicate_items = off)', one);
  END LOOP;
END $$;
