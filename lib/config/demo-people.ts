import { readFileSync } from "node:fs";
import { z } from "zod";
import { dataPath } from "./environment";

const DemoPeople = z.object({
  users: z.array(
    z.object({
      username: z.string(),
      name: z.string(),
      password: z.string(),
      role: z.enum(["admin", "manager", "rep"]),
    }),
  ),
});

/** Somebody of the demo company, with the password that the demo gave them. */
export type DemoPerson = z.infer<typeof DemoPeople>["users"][number];

/** The people of a demo installation, for its sign-in page; nobody where there is no demo data. */
export function demoPeople(): DemoPerson[] {
  try {
    return DemoPeople.parse(JSON.parse(readFileSync(dataPath("demo-keys.json"), "utf8"))).users;
  } catch {
    return [];
  }
}
