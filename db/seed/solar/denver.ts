import { colorado } from "@/db/seed/places";
import type { Profile } from "@/db/seed/profile";
import { home } from "./home";
import { solar } from "./profile";

/** The admin and the manager of the company look after its second location as well, and sell nothing there. */
const visitors = solar.users.filter(({ role }) => role !== "rep").map((user) => ({ ...user, share: 0 }));

/** The demo's second location of the main company: two reps and a handful of roofs, an hour behind Chicago. */
export const denver: Profile = {
  ...solar,
  location: "Brightacre Denver",
  timeZone: "America/Denver",
  country: colorado,
  users: [
    ...visitors,
    { username: "dalia", name: "Dalia Romero", role: "rep", visibility: "all", share: 4 },
    { username: "wyatt", name: "Wyatt Ekström", role: "rep", visibility: "all", share: 3 },
  ],
  pipelines: [home],
  categories: ["Residential solar", "Battery storage", "EV charging"],
  campaigns: solar.campaigns.filter(({ slug }) => slug === "neighbors-bring-neighbors"),
  calendars: [{ name: "Home visits", color: "#f59e0b" }],
  leads: 25,
  clients: 1,
};
