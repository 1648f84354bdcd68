CREATE TABLE "appointment_concerns" (
	"location_id" varchar(20) collate "C" NOT NULL,
	"id" varchar(20) collate "C" NOT NULL,
	"appointment_id" varchar(20) collate "C" NOT NULL,
	"user_id" varchar(20) collate "C" NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"is_host" boolean NOT NULL,
	CONSTRAINT "appointment_concerns_location_id_id_pk" PRIMARY KEY("location_id","id")
);
--> statement-breakpoint
ALTER TABLE "appointment_concerns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "appointment_concerns" ADD CONSTRAINT "appointment_concerns_location" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_concerns" ADD CONSTRAINT "appointment_concerns_appointment" FOREIGN KEY ("location_id","appointment_id") REFERENCES "public"."appointments"("location_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_concerns_user" ON "appointment_concerns" USING btree ("location_id","appointment_id","user_id");--> statement-breakpoint
CREATE INDEX "appointment_concerns_start" ON "appointment_concerns" USING btree ("location_id","user_id","starts_at","appointment_id","is_host");--> statement-breakpoint
CREATE POLICY "appointment_concerns_tenant" ON "appointment_concerns" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (location_id = current_setting('app.location_id', true)) WITH CHECK (location_id = current_setting('app.location_id', true));--> statement-breakpoint
CREATE POLICY "appointment_concerns_system" ON "appointment_concerns" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);
--> statement-breakpoint
ALTER TABLE appointment_concerns FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Whom each appointment about a lead concerns: what appointment_concerns keeps. It sees what its reader may see.
CREATE VIEW concerned_users WITH (security_invoker = true) AS
SELECT a.location_id, a.opportunity_id, a.id AS appointment_id, people.user_id, a.starts_at, bool_or(people.is_host) AS is_host
FROM appointments a
JOIN opportunities o ON o.location_id = a.location_id AND o.id = a.opportunity_id
CROSS JOIN LATERAL (
  VALUES (a.host_id, true), (o.owner_id, false), (o.created_by_id, false)
  UNION ALL
  SELECT f.user_id, false FROM opportunity_followers f WHERE f.location_id = o.location_id AND f.opportunity_id = o.id
) AS people (user_id, is_host)
WHERE people.user_id IS NOT NULL
GROUP BY a.location_id, a.opportunity_id, a.id, people.user_id, a.starts_at;
--> statement-breakpoint
-- Writes down anew whom the appointments about a lead concern. Who books one and who changes the lead's people wait for
-- each other at the lead: else neither would see the other.
CREATE FUNCTION note_concerns(location varchar, lead varchar) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM opportunities WHERE location_id = location AND id = lead FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM appointments WHERE location_id = location AND opportunity_id = lead) THEN RETURN; END IF;
  DELETE FROM appointment_concerns WHERE location_id = location
    AND appointment_id IN (SELECT id FROM appointments WHERE location_id = location AND opportunity_id = lead);
  INSERT INTO appointment_concerns (location_id, id, appointment_id, user_id, starts_at, is_host)
  SELECT location_id, left(md5(random()::text || appointment_id || user_id), 20), appointment_id, user_id, starts_at, is_host
  FROM concerned_users WHERE location_id = location AND opportunity_id = lead;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_concerns_of_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.opportunity_id IS DISTINCT FROM NEW.opportunity_id THEN
    DELETE FROM appointment_concerns WHERE location_id = NEW.location_id AND appointment_id = NEW.id;
  END IF;
  PERFORM note_concerns(NEW.location_id, NEW.opportunity_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER appointments_concerns_made AFTER INSERT ON appointments FOR EACH ROW
WHEN (NEW.opportunity_id IS NOT NULL) EXECUTE FUNCTION keep_concerns_of_appointment();
--> statement-breakpoint
CREATE TRIGGER appointments_concerns_changed AFTER UPDATE OF opportunity_id, host_id, starts_at ON appointments FOR EACH ROW
WHEN ((OLD.opportunity_id, OLD.host_id, OLD.starts_at) IS DISTINCT FROM (NEW.opportunity_id, NEW.host_id, NEW.starts_at))
EXECUTE FUNCTION keep_concerns_of_appointment();
--> statement-breakpoint
CREATE FUNCTION keep_concerns_of_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_concerns(NEW.location_id, NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER opportunities_concerns AFTER UPDATE OF owner_id, created_by_id ON opportunities FOR EACH ROW
WHEN ((OLD.owner_id, OLD.created_by_id) IS DISTINCT FROM (NEW.owner_id, NEW.created_by_id))
EXECUTE FUNCTION keep_concerns_of_lead();
--> statement-breakpoint
CREATE FUNCTION keep_concerns_of_follower() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM note_concerns(OLD.location_id, OLD.opportunity_id); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM note_concerns(NEW.location_id, NEW.opportunity_id); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER opportunity_followers_concerns AFTER INSERT OR DELETE OR UPDATE OF opportunity_id, user_id ON opportunity_followers
FOR EACH ROW EXECUTE FUNCTION keep_concerns_of_follower();
--> statement-breakpoint
SET LOCAL ROLE leadwright_system;
--> statement-breakpoint
INSERT INTO appointment_concerns (location_id, id, appointment_id, user_id, starts_at, is_host)
SELECT location_id, left(md5(random()::text || appointment_id || user_id), 20), appointment_id, user_id, starts_at, is_host
FROM concerned_users ORDER BY location_id, user_id, starts_at;
--> statement-breakpoint
RESET ROLE;
