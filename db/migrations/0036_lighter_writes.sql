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
