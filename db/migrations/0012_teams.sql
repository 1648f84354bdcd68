CREATE TABLE "teams" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "team_id" varchar(20) collate "C";--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name" ON "teams" USING btree ("location_id",lower("name"));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_team" FOREIGN KEY ("location_id","team_id") REFERENCES "public"."teams"("location_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "members_of_team" ON "members" USING btree ("location_id","team_id");--> statement-breakpoint
CREATE POLICY "teams_tenant" ON "teams" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "teams_system" ON "teams" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "teams" FORCE ROW LEVEL SECURITY;
