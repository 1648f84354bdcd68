ALTER TABLE "events" ADD COLUMN "import_id" varchar(20) collate "C";--> statement-breakpoint
CREATE INDEX "events_outside_imports" ON "events" USING btree ("location_id","id") WITH (deduplicate_items = off) WHERE import_id is null;
