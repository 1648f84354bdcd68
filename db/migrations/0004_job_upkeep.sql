ALTER TABLE "lead_tallies" ADD COLUMN "folded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "job_workers" ADD COLUMN "lock_number" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD COLUMN "confidential" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "attachments_deleted" ON "attachments" USING btree ("location_id","deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "notes_deleted" ON "notes" USING btree ("location_id","deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "tasks_deleted" ON "tasks" USING btree ("location_id","deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "appointments_deleted" ON "appointments" USING btree ("location_id","deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "lead_tallies_appended" ON "lead_tallies" USING btree ("location_id") WHERE not folded;--> statement-breakpoint
CREATE INDEX "outbox_mail_status" ON "outbox_mail" USING btree ("location_id","status",id desc);
--> statement-breakpoint
-- Folds what was appended since into the sums of its groups: rows of other groups are not touched. Answers how
-- many rows went away.
CREATE OR REPLACE FUNCTION fold_lead_tallies(location varchar) RETURNS integer LANGUAGE sql AS $$
  WITH appended AS (
    DELETE FROM lead_tallies WHERE location_id = location AND NOT folded RETURNING *
  ), sums AS (
    DELETE FROM lead_tallies t
    USING (SELECT DISTINCT created_on, stage_id, status, category_id, source, archived, currency FROM appended) AS g
    WHERE t.location_id = location AND t.folded
      AND t.stage_id = g.stage_id AND t.status = g.status AND t.category_id = g.category_id AND t.archived = g.archived AND t.currency = g.currency
      -- Equalities, which can be hashed; IS NOT DISTINCT FROM can not.
      AND coalesce(t.created_on, '-infinity') = coalesce(g.created_on, '-infinity')
      AND (t.source IS NULL) = (g.source IS NULL) AND coalesce(t.source, '') = coalesce(g.source, '')
    RETURNING t.*
  ), folded AS (
    INSERT INTO lead_tallies (location_id, id, created_on, stage_id, status, category_id, source, archived, currency, leads, value_minor, folded)
    SELECT location_id, left(md5(random()::text || min(id)), 20), created_on, stage_id, status, category_id, source, archived, currency, sum(leads), sum(value_minor), true
    FROM (SELECT * FROM appended UNION ALL SELECT * FROM sums) AS rows
    GROUP BY location_id, created_on, stage_id, status, category_id, source, archived, currency
    HAVING sum(leads) <> 0 OR sum(value_minor) <> 0
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM appended)::integer + (SELECT count(*) FROM sums)::integer - (SELECT count(*) FROM folded)::integer
$$;
--> statement-breakpoint
DROP FUNCTION enqueue_job;
--> statement-breakpoint
-- As before; `only_if_absent` leaves a job of this key that waits or runs as it is, instead of replacing it.
CREATE FUNCTION enqueue_job(task text, payload json, job_key text, run_at timestamptz, max_attempts integer, only_if_absent boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  tenant text := nullif(current_setting('app.location_id', true), '');
  job_location text := payload ->> 'locationId';
  whole_key text := concat_ws(':', task, job_location, job_key);
BEGIN
  IF tenant IS NOT NULL AND tenant IS DISTINCT FROM job_location THEN
    RAISE EXCEPTION 'A job of another location can not be added.' USING ERRCODE = '42501';
  END IF;
  IF only_if_absent THEN
    -- One that was given up keeps its key and would stand in the way for ever.
    DELETE FROM graphile_worker._private_jobs job WHERE job.key = whole_key AND job.attempts >= job.max_attempts AND job.locked_at IS NULL;
  END IF;
  PERFORM graphile_worker.add_job(
    enqueue_job.task,
    payload => enqueue_job.payload,
    job_key => whole_key,
    run_at => enqueue_job.run_at,
    max_attempts => enqueue_job.max_attempts,
    job_key_mode => CASE WHEN only_if_absent THEN 'unsafe_dedupe' ELSE 'replace' END
  );
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION enqueue_job FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enqueue_job TO leadwright_app, leadwright_system;
--> statement-breakpoint
-- Frees the jobs that these workers, who are gone, had locked.
CREATE FUNCTION release_jobs(workers text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.force_unlock_workers(workers);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION release_jobs FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION release_jobs TO leadwright_system;
--> statement-breakpoint
-- The jobs of a location that were given up, the last first. They stay until somebody removes them.
CREATE FUNCTION dead_jobs(location varchar, most integer) RETURNS TABLE (id bigint, task text, attempts integer, last_error text, created_at timestamptz, failed_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF location IS DISTINCT FROM coalesce(nullif(current_setting('app.location_id', true), ''), location) THEN
    RAISE EXCEPTION 'The jobs of another location can not be read.' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT job.id, kind.identifier, job.attempts::integer, job.last_error, job.created_at, job.updated_at
    FROM graphile_worker._private_jobs job JOIN graphile_worker._private_tasks kind ON kind.id = job.task_id
    WHERE job.payload ->> 'locationId' = location AND job.attempts >= job.max_attempts AND job.locked_at IS NULL
    ORDER BY job.id DESC LIMIT most;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION dead_jobs FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION dead_jobs TO leadwright_app, leadwright_system;
