CREATE TABLE "job_workers" (
	"id" varchar(20) collate "C" PRIMARY KEY NOT NULL,
	"locked_by" text collate "C" NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "job_workers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD COLUMN "claimed_by" varchar(20) collate "C";--> statement-breakpoint
CREATE POLICY "job_workers_seen" ON "job_workers" AS PERMISSIVE FOR SELECT TO "leadwright_app" USING (true);--> statement-breakpoint
CREATE POLICY "job_workers_system" ON "job_workers" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE job_workers FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON job_workers FROM leadwright_app;
--> statement-breakpoint
-- Adds a job in the caller's transaction. It runs as the owner of the queue (the schema graphile_worker, made
-- after these migrations), so that nobody else needs rights there. A tenant adds jobs for itself alone, and
-- job keys of two tenants never meet.
CREATE FUNCTION enqueue_job(task text, payload json, job_key text, run_at timestamptz, max_attempts integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  tenant text := nullif(current_setting('app.location_id', true), '');
  job_location text := payload ->> 'locationId';
BEGIN
  IF tenant IS NOT NULL AND tenant IS DISTINCT FROM job_location THEN
    RAISE EXCEPTION 'A job of another location can not be added.' USING ERRCODE = '42501';
  END IF;
  PERFORM graphile_worker.add_job(
    enqueue_job.task,
    payload => enqueue_job.payload,
    job_key => concat_ws(':', enqueue_job.task, job_location, enqueue_job.job_key),
    run_at => enqueue_job.run_at,
    max_attempts => enqueue_job.max_attempts
  );
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION enqueue_job FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enqueue_job TO leadwright_app, leadwright_system;
