-- The same orders from end to start: rows of later come last here, too.
DROP INDEX "contacts_type";--> statement-breakpoint
DROP INDEX "opportunities_value_falling";--> statement-breakpoint
DROP INDEX "opportunities_last_contacted_falling";--> statement-breakpoint
CREATE INDEX "contacts_type" ON "contacts" USING btree ("location_id",type desc,"created_at","id") WITH (deduplicate_items = off) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_value_falling" ON "opportunities" USING btree ("location_id",value_minor nulls first,"id") WITH (deduplicate_items = off) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunities_last_contacted_falling" ON "opportunities" USING btree ("location_id",last_contacted_on nulls first,"id") WITH (deduplicate_items = off) WHERE deleted_at is null;
