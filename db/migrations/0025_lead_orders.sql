ALTER TABLE "opportunity_followers" ADD COLUMN "lead_created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "opportunities_updated" ON "opportunities" USING btree ("location_id",updated_at desc,id desc) WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "opportunity_followers_newest" ON "opportunity_followers" USING btree ("location_id","user_id",lead_created_at desc,opportunity_id desc);
--> statement-breakpoint
-- Whoever comes to follow a lead, and whoever says that it was made at another time.
CREATE FUNCTION keep_follower_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.lead_created_at := coalesce(
    (SELECT o.created_at FROM opportunities o WHERE o.location_id = NEW.location_id AND o.id = NEW.opportunity_id), NEW.lead_created_at);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER opportunity_followers_order BEFORE INSERT OR UPDATE OF opportunity_id ON opportunity_followers
FOR EACH ROW EXECUTE FUNCTION keep_follower_order();
--> statement-breakpoint
CREATE FUNCTION keep_order_of_followers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE opportunity_followers SET lead_created_at = NEW.created_at WHERE location_id = NEW.location_id AND opportunity_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER opportunities_order_of_followers AFTER UPDATE OF created_at ON opportunities FOR EACH ROW
WHEN (OLD.created_at <> NEW.created_at) EXECUTE FUNCTION keep_order_of_followers();
--> statement-breakpoint
SET LOCAL ROLE leadwright_system;
--> statement-breakpoint
UPDATE opportunity_followers f SET lead_created_at = o.created_at FROM opportunities o
WHERE o.location_id = f.location_id AND o.id = f.opportunity_id;
--> statement-breakpoint
RESET ROLE;
