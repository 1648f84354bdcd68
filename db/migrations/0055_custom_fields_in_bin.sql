DROP INDEX "custom_fields_key";--> statement-breakpoint
ALTER TABLE "custom_fields" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "custom_values_of_leads" ON "custom_values" USING btree ("location_id","custom_field_id") WHERE opportunity_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "custom_fields_key" ON "custom_fields" USING btree ("location_id","record_type","field_key") WHERE deleted_at is null;