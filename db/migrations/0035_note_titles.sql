ALTER TABLE "notes" ADD COLUMN "title" text;--> statement-breakpoint
ALTER TABLE "notes" ADD COLUMN "color" text;