DROP INDEX "contacts_first_name_falling";--> statement-breakpoint
DROP INDEX "contacts_last_name_falling";--> statement-breakpoint
CREATE INDEX "contacts_city" ON "contacts" USING btree ("location_id","city","id") WHERE deleted_at is null and city is not null;--> statement-breakpoint
CREATE INDEX "contacts_state" ON "contacts" USING btree ("location_id","state","id") WHERE deleted_at is null and state is not null;--> statement-breakpoint
CREATE INDEX "contacts_source" ON "contacts" USING btree ("location_id","source","id") WHERE deleted_at is null and source is not null;--> statement-breakpoint
CREATE INDEX "contacts_born" ON "contacts" USING btree ("location_id","date_of_birth","id") WHERE deleted_at is null and date_of_birth is not null;