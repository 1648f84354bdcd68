CREATE TABLE "location_imports" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"file_name" text NOT NULL,
	"storage_key" text collate "C",
	"size_bytes" bigint NOT NULL,
	"records_total" integer NOT NULL,
	"records_done" integer DEFAULT 0 NOT NULL,
	"files" integer DEFAULT 0 NOT NULL,
	"users_known" integer DEFAULT 0 NOT NULL,
	"users_made" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_by_id" varchar(20) collate "C",
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "location_imports_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "location_imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "location_imports" ADD CONSTRAINT "location_imports_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "location_imports" ADD CONSTRAINT "location_imports_created_by" FOREIGN KEY ("location_id","created_by_id") REFERENCES "public"."members"("location_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "location_imports_storage_key" ON "location_imports" USING btree ("location_id","storage_key");--> statement-breakpoint
CREATE UNIQUE INDEX "location_imports_under_way" ON "location_imports" USING btree ("location_id") WHERE status in ('waiting', 'running');--> statement-breakpoint
CREATE POLICY "location_imports_tenant" ON "location_imports" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "location_imports_system" ON "location_imports" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "location_imports" FORCE ROW LEVEL SECURITY;
