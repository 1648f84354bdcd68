CREATE TABLE "bulk_changes" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"command" jsonb NOT NULL,
	"selection" jsonb NOT NULL,
	"actor_type" text NOT NULL,
	"actor_id" varchar(20) collate "C",
	"actor_name" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"cursor" text,
	"failure" text,
	"undo_of_id" varchar(20) collate "C",
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bulk_changes_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "bulk_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "default_views" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"user_id" varchar(20) collate "C" NOT NULL,
	"kind" text NOT NULL,
	"view_id" varchar(20) collate "C" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "default_views_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "default_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_views" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"owner_id" varchar(20) collate "C" NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"query" jsonb NOT NULL,
	"columns" jsonb NOT NULL,
	"settings" jsonb NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "part_of_id" varchar(20) collate "C";--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_views" ADD CONSTRAINT "default_views_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_views" ADD CONSTRAINT "default_views_user" FOREIGN KEY ("location_id","user_id") REFERENCES "public"."members"("location_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_views" ADD CONSTRAINT "default_views_view" FOREIGN KEY ("location_id","view_id") REFERENCES "public"."saved_views"("location_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner" FOREIGN KEY ("location_id","owner_id") REFERENCES "public"."members"("location_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bulk_changes_undo" ON "bulk_changes" USING btree ("location_id","undo_of_id") WHERE undo_of_id is not null;--> statement-breakpoint
CREATE INDEX "bulk_changes_actor" ON "bulk_changes" USING btree ("location_id","actor_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "default_views_user" ON "default_views" USING btree ("location_id","user_id","kind");--> statement-breakpoint
CREATE INDEX "default_views_view" ON "default_views" USING btree ("location_id","view_id");--> statement-breakpoint
CREATE INDEX "saved_views_kind" ON "saved_views" USING btree ("location_id","kind","position","id");--> statement-breakpoint
CREATE INDEX "events_of_larger_change" ON "events" USING btree ("location_id","part_of_id","number") WHERE part_of_id is not null;--> statement-breakpoint
CREATE POLICY "bulk_changes_tenant" ON "bulk_changes" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "bulk_changes_system" ON "bulk_changes" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "default_views_tenant" ON "default_views" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "default_views_system" ON "default_views" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "saved_views_tenant" ON "saved_views" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "saved_views_system" ON "saved_views" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE saved_views FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE default_views FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE bulk_changes FORCE ROW LEVEL SECURITY;
