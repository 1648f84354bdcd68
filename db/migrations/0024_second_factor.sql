CREATE TABLE "recovery_codes" (
	"id" varchar(20) collate "C" PRIMARY KEY NOT NULL,
	"company_id" varchar(20) collate "C" NOT NULL,
	"user_id" varchar(20) collate "C" NOT NULL,
	"secret_hash" text collate "C" NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "recovery_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "second_factors" (
	"id" varchar(20) collate "C" PRIMARY KEY NOT NULL,
	"company_id" varchar(20) collate "C" NOT NULL,
	"user_id" varchar(20) collate "C" NOT NULL,
	"sealed_secret" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "second_factors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."users"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_user" FOREIGN KEY ("company_id","user_id") REFERENCES "public"."users"("company_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_codes_secret_hash" ON "recovery_codes" USING btree ("user_id","secret_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "second_factors_user" ON "second_factors" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "recovery_codes_company" ON "recovery_codes" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (company_id = current_setting('app.company_id', true)) WITH CHECK (company_id = current_setting('app.company_id', true));--> statement-breakpoint
CREATE POLICY "recovery_codes_access" ON "recovery_codes" AS PERMISSIVE FOR ALL TO "leadwright_access" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "recovery_codes_system" ON "recovery_codes" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "second_factors_company" ON "second_factors" AS PERMISSIVE FOR ALL TO "leadwright_app" USING (company_id = current_setting('app.company_id', true)) WITH CHECK (company_id = current_setting('app.company_id', true));--> statement-breakpoint
CREATE POLICY "second_factors_access" ON "second_factors" AS PERMISSIVE FOR ALL TO "leadwright_access" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "second_factors_system" ON "second_factors" AS PERMISSIVE FOR ALL TO "leadwright_system" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE second_factors FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE recovery_codes FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Requests work as the app's role: it sees who has a second factor, and changes none.
REVOKE INSERT, UPDATE, DELETE ON second_factors, recovery_codes FROM leadwright_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factors, recovery_codes TO leadwright_access;
