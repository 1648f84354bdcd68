// `npm run db:migrate`: brings the database up to date, as every start does.
import { migrate } from "@/db/migrate";
import { refuseArguments } from "./command-line";
import { withDatabase } from "./server/database";

refuseArguments("npm run db:migrate");
await withDatabase(async ({ directConnectionString }) => {
  const applied = await migrate(directConnectionString, {
    onProgress: (name) => console.log(`Applying ${name}`),
  });
  console.log(applied.length > 0 ? `${applied.length} migrations applied.` : "The database is up to date.");
});
