CREATE TABLE "notification_preferences" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"user_id" varchar(20) collate "C" NOT NULL,
	"kind" text NOT NULL,
	"in_app" boolean NOT NULL,
	"by_mail" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_preferences_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "notification_preferences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"user_id" varchar(20) collate "C" NOT NULL,
	"kind" text NOT NULL,
	"gathered_as" text collate "C" NOT NULL,
	"count" integer NOT NULL,
	"actor_name" text,
	"subject_type" text NOT NULL,
	"subject_id" varchar(20) collate "C",
	"contact_id" varchar(20) collate "C",
	"opportunity_id" varchar(20) collate "C",
	"in_app" boolean NOT NULL,
	"mail" text NOT NULL,
	"read_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notifications_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "told_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_user" FOREIGN KEY ("location_id","user_id") REFERENCES "public"."members"("location_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user" FOREIGN KEY ("location_id","user_id") REFERENCES "public"."members"("location_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_contact" FOREIGN KEY ("location_id","contact_id") REFERENCES "public"."contacts"("location_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_opportunity" FOREIGN KEY ("location_id","opportunity_id") REFERENCES "public"."opportunities"("location_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notification_preferences_kind" ON "notification_preferences" USING btree ("location_id","user_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_gathered" ON "notifications" USING btree ("location_id","user_id","kind","subject_type","gathered_as");--> statement-breakpoint
CREATE INDEX "notifications_newest" ON "notifications" USING btree ("location_id","user_id",id desc) WHERE in_app;--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("location_id","user_id","id") WHERE in_app and read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_to_mail" ON "notifications" USING btree ("location_id","user_id") WHERE mail = 'waiting';--> statement-breakpoint
CREATE INDEX "notifications_of_contact" ON "notifications" USING btree ("location_id","contact_id");--> statement-breakpoint
CREATE INDEX "notifications_of_opportunity" ON "notifications" USING btree ("location_id","opportunity_id");--> statement-breakpoint
CREATE INDEX "tasks_falling_due" ON "tasks" USING btree ("location_id","due_at") WHERE completed_at is null and deleted_at is null and assigned_to_id is not null and told_due_at is distinct from due_at;--> statement-breakpoint
CREATE POLICY "notification_preferences_tenant" ON "notification_preferences" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "notification_preferences_system" ON "notification_preferences" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notifications_tenant" ON "notifications" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "notifications_system" ON "notifications" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE notifications FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE notification_preferences FORCE ROW LEVEL SECURITY;
