// `npm run db:seed`: adds the demo data to an empty installation, as the first start of a demo does.
import { seedDemo } from "@/db/seed/demo";
import { SetupError } from "@/lib/kit/setup-error";
import { refuseArguments } from "./command-line";
import { withMigratedDatabase } from "./server/database";

refuseArguments("npm run db:seed");
const outcome = await withMigratedDatabase(() => seedDemo());
if (outcome === "occupied")
  throw new SetupError("This installation has data of its own: demo data is added to an empty one only.");
console.log(
  outcome === "seeded"
    ? "Demo data added. npm run -s demo:keys shows its users and keys."
    : "The demo data was there already.",
);
