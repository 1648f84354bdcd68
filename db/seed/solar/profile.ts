import { unitedStates } from "@/db/seed/places";
import type { Profile } from "@/db/seed/profile";
import { wordsOf } from "@/db/seed/text-lists";
import { commercial } from "./commercial";
import { heatPumps } from "./heat-pumps";
import { home } from "./home";
import { upkeep } from "./upkeep";

/** The demo's main location: a solar installer around Chicago. */
export const solar: Profile = {
  company: "Brightacre Energy",
  location: "Brightacre Chicago",
  domain: "brightacre.example",
  timeZone: "America/Chicago",
  currency: "USD",
  country: unitedStates,
  // The samples of the lead APIs' documents assign leads to the users 8 and 53.
  users: [
    { username: "ngozi", name: "Ngozi Adeyemi", role: "admin", visibility: "all", number: 1, share: 0 },
    { username: "tomas", name: "Tomás Rivera", role: "manager", visibility: "all", number: 2, share: 6 },
    { username: "priya", name: "Priya Raman", role: "rep", visibility: "all", number: 8, share: 28 },
    { username: "sam", name: "Sam Lee", role: "rep", visibility: "all", number: 53, share: 30 },
    { username: "elif", name: "Elif Kaya", role: "rep", visibility: "all", number: 54, share: 22 },
    { username: "lukas", name: "Lukas Brandt", role: "rep", visibility: "own", number: 55, share: 14 },
  ],
  pipelines: [home, commercial, heatPumps, upkeep],
  categories: ["Residential solar", "Commercial solar", "Battery storage", "Heat pumps", "EV charging", "Service"],
  sources: [
    ["website", 30],
    ["search", 18],
    ["referral", 17],
    ["facebook", 9],
    ["direct", 9],
    ["instagram", 6],
    ["trade fair", 5],
    ["reddit", 2],
    ["other", 4],
  ],
  campaigns: [
    { name: "Open roof days", slug: "open-roof-days", sources: ["facebook", "instagram", "website"], medium: "social" },
    {
      name: "Neighbors bring neighbors",
      slug: "neighbors-bring-neighbors",
      sources: ["referral"],
      medium: "word of mouth",
    },
    { name: "Heat before winter", slug: "heat-before-winter", sources: ["search", "website"], medium: "cpc" },
    { name: "Midwest Energy Expo", slug: "midwest-energy-expo", sources: ["trade fair"], medium: "event" },
  ],
  fields: [
    {
      fieldKey: "roof_type",
      name: "Roof type",
      dataType: "option",
      options: ["Asphalt shingle", "Metal", "Flat", "Tile", "Slate"],
      filled: 0.45,
    },
    { fieldKey: "yearly_kwh", name: "Yearly use (kWh)", dataType: "number", options: [], filled: 0.4 },
    { fieldKey: "wants_battery", name: "Wants a battery", dataType: "checkbox", options: [], filled: 0.3 },
  ],
  calendars: [
    { name: "Home visits", color: "#f59e0b" },
    { name: "Calls and video", color: "#3b82f6" },
  ],
  leads: 600,
  clients: 12,
  words: {
    roof: ["asphalt shingle", "standing seam", "architectural shingle", "flat membrane", "cedar shake"],
    facing: wordsOf("south southwest southeast west"),
    tree: wordsOf("maple oak linden locust pine"),
    side: wordsOf("south west east"),
    weekday: wordsOf("Monday Tuesday Wednesday Thursday Friday"),
    month: wordsOf("March April May June July August September October"),
    weeks: wordsOf("two three four five six"),
    percent: wordsOf("4 5 6 7 8 9 11 12 14"),
    years: wordsOf("8 9 10"),
    moreYears: wordsOf("11 12 13"),
    low: wordsOf("16 17 18"),
    high: wordsOf("23 24 26"),
    small: wordsOf("600 750 900 1,200 1,400"),
    guarantee: wordsOf("90 92 94"),
    oldYear: wordsOf("1988 1991 1994 1996 1999 2001"),
    lateYear: wordsOf("2012 2014 2015 2017 2018 2019"),
    houseArea: wordsOf("1,450 1,800 2,100 2,400 2,900"),
    area: wordsOf("14,000 22,000 35,000 48,000 80,000"),
    load: wordsOf("24 31 36 42 48"),
    kwhBig: wordsOf("140 210 290 360 480"),
  },
};
