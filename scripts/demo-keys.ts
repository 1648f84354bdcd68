// `npm run -s demo:keys`: JSON with what it takes to try the APIs of a demo installation.
import { describeDemoKeys, readDemoKeys } from "@/db/seed/demo-keys";
import { environment } from "@/lib/config/environment";
import { SetupError } from "@/lib/kit/setup-error";
import { refuseArguments } from "./command-line";
import { installationUrl } from "./server/installation-url";

refuseArguments("npm run -s demo:keys");
const keys = readDemoKeys();
if (!keys) {
  throw new SetupError(
    `There are no demo keys in ${environment.DATA_DIR}: it is no demo installation, or was not started yet (npm start).`,
  );
}
console.log(JSON.stringify(describeDemoKeys(keys, installationUrl()), null, 2));
