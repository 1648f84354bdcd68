DROP INDEX "opportunities_name";--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "name_lower" text collate "C" GENERATED ALWAYS AS (lower(left(name, 200))) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "opportunities_name" ON "opportunities" USING btree ("location_id","name_lower","id") WHERE deleted_at is null;