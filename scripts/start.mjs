// What `npm start` runs, with whatever Node there is: so no import and no new syntax before the check.
var version = process.versions.node.split(".").map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 9)) {
  console.error(
    "\nLeadwright needs Node.js 20.9 or later to start; this is " +
      process.versions.node +
      ".\n" +
      "Install a current Node.js from https://nodejs.org and run `npm start` again.\n",
  );
  process.exit(1);
}

const { runScript } = await import("./launch.mjs");
process.env.NODE_ENV ||= "production";
await runScript("scripts/serve.ts", process.argv.slice(2));
