ALTER TABLE "tasks" ADD COLUMN "repeats" text;--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("location_id","due_at","id") WHERE completed_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "tasks_done" ON "tasks" USING btree ("location_id",completed_at desc,id desc) WHERE completed_at is not null and deleted_at is null;