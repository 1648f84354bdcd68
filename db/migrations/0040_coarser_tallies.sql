DROP INDEX "lead_tallies_day";--> statement-breakpoint
DROP INDEX "lead_tallies_appended";--> statement-breakpoint
ALTER TABLE "lead_tallies" ALTER COLUMN "stage_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "lead_tallies" ALTER COLUMN "status" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "lead_tallies" ADD COLUMN "tells_apart" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
SET LOCAL ROLE leadwright_system;
--> statement-breakpoint
UPDATE lead_tallies SET tells_apart = 'both' WHERE folded;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
ALTER TABLE "lead_tallies" DROP COLUMN "folded";
--> statement-breakpoint
SET LOCAL ROLE leadwright_system;
--> statement-breakpoint
INSERT INTO lead_tallies (location_id, id, created_on, stage_id, status, source, currency, leads, value_minor, tells_apart)
SELECT location_id, left(md5(random()::text || min(id)), 20), created_on, stage_id, status, source, currency, sum(leads), sum(value_minor),
  CASE grouping(source) WHEN 0 THEN 'source' ELSE 'stage' END
FROM lead_tallies WHERE created_on IS NOT NULL AND tells_apart = 'both'
GROUP BY GROUPING SETS ((location_id, created_on, stage_id, status, currency), (location_id, created_on, source, currency))
HAVING sum(leads) <> 0 OR sum(value_minor) <> 0
ORDER BY 10, 3;
--> statement-breakpoint
INSERT INTO standing_tallies (location_id, id, since_on, stage_id, status, currency, leads, value_minor, tells_apart)
SELECT location_id, left(md5(random()::text || min(id)), 20), since_on, stage_id, status, currency, sum(leads), sum(value_minor), 'neither'
FROM standing_tallies WHERE tells_apart = 'source'
GROUP BY location_id, since_on, stage_id, status, currency
HAVING sum(leads) <> 0 OR sum(value_minor) <> 0
ORDER BY status, since_on;
--> statement-breakpoint
RESET ROLE;
--> statement-breakpoint
CREATE INDEX "lead_tallies_day" ON "lead_tallies" USING btree ("location_id","created_on","tells_apart");--> statement-breakpoint
CREATE INDEX "lead_tallies_appended" ON "lead_tallies" USING btree ("location_id") WHERE tells_apart = 'all';
--> statement-breakpoint
-- As before, into three sums of each day: by stage and source, by stage alone, by source alone.
CREATE OR REPLACE FUNCTION fold_lead_tallies(location varchar) RETURNS integer LANGUAGE sql AS $$
  WITH appended AS (
    DELETE FROM lead_tallies WHERE location_id = location AND tells_apart = 'all' RETURNING *
  ), parts AS (
    SELECT 'both' AS tells_apart, created_on, stage_id, status, category_id, source, archived, currency, leads, value_minor FROM appended
    UNION ALL
    SELECT 'stage', created_on, stage_id, status, NULL, NULL, NULL, currency, leads, value_minor FROM appended WHERE created_on IS NOT NULL
    UNION ALL
    SELECT 'source', created_on, NULL, NULL, NULL, source, NULL, currency, leads, value_minor FROM appended WHERE created_on IS NOT NULL
  ), sums AS (
    DELETE FROM lead_tallies t
    USING (SELECT DISTINCT tells_apart, created_on, stage_id, status, category_id, source, archived, currency FROM parts) AS g
    WHERE t.location_id = location AND t.tells_apart = g.tells_apart AND t.currency = g.currency
      -- Equalities, which can be hashed; IS NOT DISTINCT FROM can not.
      AND coalesce(t.created_on, '-infinity') = coalesce(g.created_on, '-infinity')
      AND coalesce(t.stage_id, '') = coalesce(g.stage_id, '') AND coalesce(t.status, '') = coalesce(g.status, '')
      AND coalesce(t.category_id, '') = coalesce(g.category_id, '') AND coalesce(t.archived, false) = coalesce(g.archived, false)
      AND (t.source IS NULL) = (g.source IS NULL) AND coalesce(t.source, '') = coalesce(g.source, '')
    RETURNING t.*
  ), folded AS (
    INSERT INTO lead_tallies (location_id, id, created_on, stage_id, status, category_id, source, archived, currency, leads, value_minor, tells_apart)
    SELECT location, left(md5(random()::text || coalesce(stage_id, '')), 20), created_on, stage_id, status, category_id, source, archived, currency, sum(leads), sum(value_minor), tells_apart
    FROM (
      SELECT * FROM parts
      UNION ALL
      SELECT tells_apart, created_on, stage_id, status, category_id, source, archived, currency, leads, value_minor FROM sums
    ) AS rows
    GROUP BY tells_apart, created_on, stage_id, status, category_id, source, archived, currency
    HAVING sum(leads) <> 0 OR sum(value_minor) <> 0
    ORDER BY tells_apart, created_on
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM appended)::integer + (SELECT count(*) FROM sums)::integer - (SELECT count(*) FROM folded)::integer
$$;
--> statement-breakpoint
-- As before, and into sums by neither source nor owner.
CREATE OR REPLACE FUNCTION fold_standing_tallies(location varchar) RETURNS integer LANGUAGE sql AS $$
  WITH appended AS (
    DELETE FROM standing_tallies WHERE location_id = location AND tells_apart = 'both' RETURNING *
  ), parts AS (
    SELECT 'source' AS tells_apart, since_on, stage_id, status, NULL AS owner_id, source, currency, leads, value_minor FROM appended
    UNION ALL
    SELECT 'owner', since_on, stage_id, status, owner_id, NULL, currency, leads, value_minor FROM appended
    UNION ALL
    SELECT 'neither', since_on, stage_id, status, NULL, NULL, currency, leads, value_minor FROM appended
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
