import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { dataPath } from "@/lib/config/environment";
import { errorCode } from "@/lib/kit/setup-error";

const User = z.object({
  username: z.string(),
  name: z.string(),
  email: z.string(),
  password: z.string(),
  role: z.enum(["admin", "manager", "rep"]),
});

const LocationKeys = z.object({
  /** Ids of the company and of its location. */
  company: z.string(),
  location: z.string(),
  users: z.array(User),
  /** Bearer of `/api/leads`, `/api/crm/lead` and `/api/v1/leads`. */
  key: z.string(),
  /** The location's `apikey`, and the Bearers of two reps who see the whole location. */
  leadsV1: z.object({ apikey: z.string(), token: z.string(), otherToken: z.string() }),
  /** Private integration tokens: of the location, and of the whole company. */
  highlevel: z.object({ locationToken: z.string(), agencyToken: z.string() }),
});

/** What opens one location of the demo. */
export type LocationKeys = z.infer<typeof LocationKeys>;

const DemoKeys = LocationKeys.extend({ other: LocationKeys });

/** What opens the demo: its main location, and `other`, a location of another company. */
export type DemoKeys = z.infer<typeof DemoKeys>;

const keysFile = () => dataPath("demo-keys.json");

/** The keys made when the demo data was seeded; null when there is no demo data here. */
export function readDemoKeys(): DemoKeys | null {
  try {
    return DemoKeys.parse(JSON.parse(readFileSync(keysFile(), "utf8")));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** Keeps the keys in the data folder, readable by the owner of the process alone. */
export function writeDemoKeys(keys: DemoKeys): void {
  const file = keysFile();
  mkdirSync(dirname(file), { recursive: true });
  // Whole or not at all: whoever reads it meanwhile sees the keys before.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

/** The demo's keys as programs are given them: in the order of the documentation, with where the server is. */
export function describeDemoKeys({ other, ...keys }: DemoKeys, url: string) {
  return { url, ...keys, other: { url, ...other } };
}
