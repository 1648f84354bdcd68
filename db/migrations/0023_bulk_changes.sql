CREATE INDEX "import_rows_of_contact" ON "import_rows" USING btree ("location_id","contact_id");--> statement-breakpoint
-- Changes of leads are tallied once per statement, too: what they were is taken off and what they are is added, so that
-- what did not change of them cancels out.
CREATE FUNCTION tally_changed_leads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO lead_tallies (location_id, id, created_on, stage_id, status, category_id, source, archived, currency, leads, value_minor)
  SELECT location_id, left(md5(random()::text || max(id)), 20), day, stage_id, status, category_id, source, archived, currency, sum(sign), sum(sign * value_minor)
  FROM (
    SELECT lead.location_id, lead.id, lead.sign, day, lead.stage_id, lead.status, CASE WHEN day IS NULL THEN lead.category_id END AS category_id,
      lead.source, CASE WHEN day IS NULL THEN lead.archived_at IS NOT NULL END AS archived, lead.currency, coalesce(lead.value_minor, 0) AS value_minor
    FROM (
      SELECT location_id, id, -1 AS sign, created_at, stage_id, status, category_id, source, archived_at, currency, value_minor FROM was WHERE deleted_at IS NULL
      UNION ALL
      SELECT location_id, id, 1, created_at, stage_id, status, category_id, source, archived_at, currency, value_minor FROM became WHERE deleted_at IS NULL
    ) AS lead JOIN locations l ON l.id = lead.location_id, unnest(ARRAY[NULL, (lead.created_at AT TIME ZONE l.time_zone)::date]) AS day
  ) AS facts
  GROUP BY location_id, day, stage_id, status, category_id, source, archived, currency
  HAVING sum(sign) <> 0 OR sum(sign * value_minor) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION tally_changed_standings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO standing_tallies (location_id, id, since_on, stage_id, status, owner_id, source, currency, leads, value_minor)
  SELECT lead.location_id, left(md5(random()::text || max(lead.id)), 20), (lead.since AT TIME ZONE l.time_zone)::date AS day,
    lead.stage_id, lead.status, lead.owner_id, lead.source, lead.currency, sum(lead.sign), sum(lead.sign * coalesce(lead.value_minor, 0))
  FROM (
    SELECT location_id, id, -1 AS sign, stands_since(status, stage_changed_at, status_changed_at) AS since, stage_id, status, owner_id, source, currency, value_minor
    FROM was WHERE deleted_at IS NULL
    UNION ALL
    SELECT location_id, id, 1, stands_since(status, stage_changed_at, status_changed_at), stage_id, status, owner_id, source, currency, value_minor
    FROM became WHERE deleted_at IS NULL
  ) AS lead JOIN locations l ON l.id = lead.location_id
  GROUP BY lead.location_id, day, lead.stage_id, lead.status, lead.owner_id, lead.source, lead.currency
  HAVING sum(lead.sign) <> 0 OR sum(lead.sign * coalesce(lead.value_minor, 0)) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER opportunities_tally_changed ON opportunities;
--> statement-breakpoint
CREATE TRIGGER opportunities_tally_changed AFTER UPDATE ON opportunities REFERENCING OLD TABLE AS was NEW TABLE AS became
FOR EACH STATEMENT EXECUTE FUNCTION tally_changed_leads();
--> statement-breakpoint
DROP TRIGGER opportunities_standing_changed ON opportunities;
--> statement-breakpoint
CREATE TRIGGER opportunities_standing_changed AFTER UPDATE ON opportunities REFERENCING OLD TABLE AS was NEW TABLE AS became
FOR EACH STATEMENT EXECUTE FUNCTION tally_changed_standings();
