ALTER TABLE "stage_visits" DROP CONSTRAINT "stage_visits_stage";
