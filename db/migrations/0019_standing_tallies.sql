CREATE TABLE "standing_tallies" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"since_on" date NOT NULL,
	"stage_id" varchar(20) collate "C" NOT NULL,
	"status" text NOT NULL,
	"owner_id" varchar(20) collate "C",
	"source" text,
	"currency" text NOT NULL,
	"leads" integer NOT NULL,
	"value_minor" bigint NOT NULL,
	"tells_apart" text DEFAULT 'both' NOT NULL,
	CONSTRAINT "standing_tallies_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "standing_tallies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "standing_tallies" ADD CONSTRAINT "standing_tallies_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standing_tallies_day" ON "standing_tallies" USING btree ("location_id","tells_apart","status","since_on","stage_id");--> statement-breakpoint
CREATE INDEX "standing_tallies_appended" ON "standing_tallies" USING btree ("location_id") WHERE tells_apart = 'both';--> statement-breakpoint
CREATE POLICY "standing_tallies_tenant" ON "standing_tallies" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "standing_tallies_system" ON "standing_tallies" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE standing_tallies FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- The moment since which a lead stands as it does.
CREATE FUNCTION stands_since(status text, stage_changed_at timestamptz, status_changed_at timestamptz) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN status = 'open' THEN stage_changed_at ELSE status_changed_at END
$$;
--> statement-breakpoint
-- New leads are tallied once per statement, as in lead_tallies.
CREATE FUNCTION tally_new_standings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO standing_tallies (location_id, id, since_on, stage_id, status, owner_id, source, currency, leads, value_minor)
  SELECT made.location_id, left(md5(random()::text || max(made.id)), 20),
    (stands_since(made.status, made.stage_changed_at, made.status_changed_at) AT TIME ZONE l.time_zone)::date AS day,
    made.stage_id, made.status, made.owner_id, made.source, made.currency, count(*), coalesce(sum(made.value_minor), 0)
  FROM made JOIN locations l ON l.id = made.location_id
  WHERE made.deleted_at IS NULL
  GROUP BY made.location_id, day, made.stage_id, made.status, made.owner_id, made.source, made.currency;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_standing_tallies() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO standing_tallies (location_id, id, since_on, stage_id, status, owner_id, source, currency, leads, value_minor)
  SELECT (lead).location_id, left(md5(random()::text || (lead).id || sign), 20),
    (stands_since((lead).status, (lead).stage_changed_at, (lead).status_changed_at) AT TIME ZONE l.time_zone)::date,
    (lead).stage_id, (lead).status, (lead).owner_id, (lead).source, (lead).currency, sign, sign * coalesce((lead).value_minor, 0)
  FROM (VALUES (OLD, -1), (NEW, 1)) AS sides (lead, sign) JOIN locations l ON l.id = (lead).location_id
  WHERE (lead).deleted_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER opportunities_standing_made AFTER INSERT ON opportunities REFERENCING NEW TABLE AS made
FOR EACH STATEMENT EXECUTE FUNCTION tally_new_standings();
--> statement-breakpoint
CREATE TRIGGER opportunities_standing_removed AFTER DELETE ON opportunities FOR EACH ROW EXECUTE FUNCTION keep_standing_tallies();
--> statement-breakpoint
CREATE TRIGGER opportunities_standing_changed AFTER UPDATE ON opportunities FOR EACH ROW
WHEN ((OLD.stage_id, OLD.status, OLD.owner_id, OLD.source, OLD.currency, OLD.value_minor, OLD.deleted_at IS NULL, OLD.stage_changed_at, OLD.status_changed_at)
  IS DISTINCT FROM (NEW.stage_id, NEW.status, NEW.owner_id, NEW.source, NEW.currency, NEW.value_minor, NEW.deleted_at IS NULL, NEW.stage_changed_at, NEW.status_changed_at))
EXECUTE FUNCTION keep_standing_tallies();
--> statement-breakpoint
-- Folds what was appended since into the sums by source and those by owner: rows of other groups are not touched.
-- Answers how many rows went away.
CREATE FUNCTION fold_standing_tallies(location varchar) RETURNS integer LANGUAGE sql AS $$
  WITH appended AS (
    DELETE FROM standing_tallies WHERE location_id = location AND tells_apart = 'both' RETURNING *
  ), parts AS (
    SELECT 'source' AS tells_apart, since_on, stage_id, status, NULL AS owner_id, source, currency, leads, value_minor FROM appended
    UNION ALL
    SELECT 'owner', since_on, stage_id, status, owner_id, NULL, currency, leads, value_minor FROM appended
  ), sums AS (
    DELETE FROM standing_tallies t
    USING (SELECT DISTINCT tells_apart, since_on, stage_id, status, owner_id, source, currency FROM parts) AS g
    WHERE t.location_id = location AND t.tells_apart = g.tells_apart AND t.status = g.status AND t.since_on = g.since_on
      AND t.stage_id = g.stage_id AND t.currency = g.currency
      AND (t.owner_id, t.source) IS NOT DISTINCT FROM (g.owner_id, g.source)
    RETURNING t.*
  ), folded AS (
    INSERT INTO standing_tallies (location_id, id, since_on, stage_id, status, owner_id, source, currency, leads, value_minor, tells_apart)
    SELECT location, left(md5(random()::text || stage_id), 20), since_on, stage_id, status, owner_id, source, currency, sum(leads), sum(value_minor), tells_apart
    FROM (
      SELECT * FROM parts
      UNION ALL
      SELECT tells_apart, since_on, stage_id, status, owner_id, source, currency, leads, value_minor FROM sums
    ) AS rows
    GROUP BY tells_apart, since_on, stage_id, status, owner_id, source, currency
    HAVING sum(leads) <> 0 OR sum(value_minor) <> 0
    ORDER BY tells_apart, status, since_on
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM appended)::integer + (SELECT count(*) FROM sums)::integer - (SELECT count(*) FROM folded)::integer
$$;
--> statement-breakpoint
SET LOCAL ROLE leadwright_system;
--> statement-breakpoint
INSERT INTO standing_tallies (location_id, id, since_on, stage_id, status, owner_id, source, currency, leads, value_minor, tells_apart)
SELECT o.location_id, left(md5(random()::text || min(o.id)), 20),
  (stands_since(status, stage_changed_at, status_changed_at) AT TIME ZONE l.time_zone)::date AS day,
  stage_id, status, owner_id, source, o.currency, count(*), coalesce(sum(value_minor), 0), CASE grouping(source) WHEN 0 THEN 'source' ELSE 'owner' END
FROM opportunities o JOIN locations l ON l.id = o.location_id
WHERE deleted_at IS NULL
GROUP BY GROUPING SETS ((o.location_id, day, stage_id, status, o.currency, source), (o.location_id, day, stage_id, status, o.currency, owner_id))
ORDER BY 11, 5, 3;
--> statement-breakpoint
RESET ROLE;
