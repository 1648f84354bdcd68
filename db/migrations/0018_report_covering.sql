DROP INDEX "opportunities_closed";--> statement-breakpoint
DROP INDEX "opportunities_open_since";--> statement-breakpoint
CREATE INDEX "opportunities_closed" ON "opportunities" USING btree ("location_id","status","status_changed_at","owner_id","currency","value_minor") WHERE deleted_at is null and status <> 'open';--> statement-breakpoint
CREATE INDEX "opportunities_open_since" ON "opportunities" USING btree ("location_id","stage_id","stage_changed_at","archived_at") WHERE deleted_at is null and status = 'open';