CREATE TABLE "live_watchers" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"watched_until" timestamp with time zone NOT NULL,
	CONSTRAINT "live_watchers_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "live_watchers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lost_reasons" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lost_reasons_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "lost_reasons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pipeline_settings" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"asks_lost_reason" boolean DEFAULT true NOT NULL,
	"stalled_after_days" smallint DEFAULT 30 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pipeline_settings_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "pipeline_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stage_visits" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"opportunity_id" varchar(20) collate "C" NOT NULL,
	"stage_id" varchar(20) collate "C" NOT NULL,
	"next_stage_id" varchar(20) collate "C" NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stage_visits_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "stage_visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "opportunities" ADD COLUMN "lost_reason_id" varchar(20) collate "C";--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "stalled_after_days" smallint;--> statement-breakpoint
ALTER TABLE "live_watchers" ADD CONSTRAINT "live_watchers_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lost_reasons" ADD CONSTRAINT "lost_reasons_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pipeline_settings" ADD CONSTRAINT "pipeline_settings_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_visits" ADD CONSTRAINT "stage_visits_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_visits" ADD CONSTRAINT "stage_visits_opportunity" FOREIGN KEY ("location_id","opportunity_id") REFERENCES "public"."opportunities"("location_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_visits" ADD CONSTRAINT "stage_visits_stage" FOREIGN KEY ("location_id","stage_id") REFERENCES "public"."stages"("location_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "lost_reasons_name" ON "lost_reasons" USING btree ("location_id",lower("name")) WHERE retired_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "pipeline_settings_of_location" ON "pipeline_settings" USING btree ("location_id");--> statement-breakpoint
CREATE INDEX "stage_visits_left" ON "stage_visits" USING btree ("location_id","stage_id","left_at","entered_at","next_stage_id");--> statement-breakpoint
CREATE INDEX "stage_visits_of_opportunity" ON "stage_visits" USING btree ("location_id","opportunity_id","left_at");--> statement-breakpoint
ALTER TABLE "opportunities" ADD CONSTRAINT "opportunities_lost_reason" FOREIGN KEY ("location_id","lost_reason_id") REFERENCES "public"."lost_reasons"("location_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "opportunities_open_board" ON "opportunities" USING btree ("location_id","stage_id","position","id") WHERE deleted_at is null and archived_at is null and status = 'open';--> statement-breakpoint
CREATE POLICY "live_watchers_tenant" ON "live_watchers" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "live_watchers_system" ON "live_watchers" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "lost_reasons_tenant" ON "lost_reasons" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "lost_reasons_system" ON "lost_reasons" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "pipeline_settings_tenant" ON "pipeline_settings" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "pipeline_settings_system" ON "pipeline_settings" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "stage_visits_tenant" ON "stage_visits" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "stage_visits_system" ON "stage_visits" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);
--> statement-breakpoint
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['lost_reasons', 'pipeline_settings', 'stage_visits', 'live_watchers'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE stages ADD CONSTRAINT stages_stalled_after_days CHECK (stalled_after_days > 0);
--> statement-breakpoint
ALTER TABLE pipeline_settings ADD CONSTRAINT pipeline_settings_stalled_after_days CHECK (stalled_after_days > 0);
--> statement-breakpoint
SET LOCAL ROLE leadwright_system;
--> statement-breakpoint
UPDATE opportunities SET status_changed_at = CASE WHEN status = 'open' THEN created_at ELSE stage_changed_at END;
--> statement-breakpoint
INSERT INTO lost_reasons (location_id, id, name, position)
SELECT l.id, left(md5(random()::text || l.id || reason.place), 20), reason.name, reason.place - 1
FROM locations l, unnest(ARRAY['Price', 'Chose somebody else', 'Bad timing', 'No answer', 'Not a fit']) WITH ORDINALITY AS reason (name, place);
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
-- Whoever closes a deal or opens it again: when that was, and that only a lost one has a reason.
CREATE FUNCTION keep_lead_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status_changed_at = OLD.status_changed_at AND NEW.status <> OLD.status THEN NEW.status_changed_at := NEW.updated_at; END IF;
  IF NEW.status <> 'lost' THEN NEW.lost_reason_id := NULL; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER opportunities_status BEFORE UPDATE OF status, lost_reason_id ON opportunities FOR EACH ROW
WHEN ((OLD.status, OLD.lost_reason_id) IS DISTINCT FROM (NEW.status, NEW.lost_reason_id))
EXECUTE FUNCTION keep_lead_status();
--> statement-breakpoint
-- Whoever moves a lead: the stay that ended. A move that is taken back brings the old moment back, and its stays go.
-- Moments that programs wrote have milliseconds, those of the database microseconds.
CREATE FUNCTION keep_stage_visits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.stage_changed_at < OLD.stage_changed_at THEN
    DELETE FROM stage_visits WHERE location_id = NEW.location_id AND opportunity_id = NEW.id
      AND left_at > NEW.stage_changed_at + interval '1 millisecond';
  ELSE
    INSERT INTO stage_visits (location_id, id, opportunity_id, stage_id, next_stage_id, entered_at, left_at)
    VALUES (NEW.location_id, left(md5(random()::text || NEW.id), 20), NEW.id, OLD.stage_id, NEW.stage_id, OLD.stage_changed_at, NEW.stage_changed_at);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER opportunities_stage_visits AFTER UPDATE OF stage_id ON opportunities FOR EACH ROW
WHEN (OLD.stage_id <> NEW.stage_id) EXECUTE FUNCTION keep_stage_visits();
--> statement-breakpoint
-- Whoever writes events, one or many: the location, and the first and the last of their ids.
CREATE FUNCTION announce_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('leadwright_events', written.location_id || min(written.id) || max(written.id))
  FROM written
  WHERE EXISTS (SELECT FROM live_watchers w WHERE w.location_id = written.location_id AND w.watched_until > now())
  GROUP BY written.location_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_announce AFTER INSERT ON events REFERENCING NEW TABLE AS written
FOR EACH STATEMENT EXECUTE FUNCTION announce_events();
