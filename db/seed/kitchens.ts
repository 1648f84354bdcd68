import { startingPipeline, startingStages } from "@/lib/locations/defaults";
import { unitedKingdom } from "./places";
import type { Profile } from "./profile";
import { linesOf, wordsOf } from "./text-lists";

/** The demo's second company, small and elsewhere: what its keys open is none of the first one's data. */
export const kitchens: Profile = {
  company: "Harbour & Slate",
  location: "Harbour & Slate Bristol",
  domain: "harbourslate.example",
  timeZone: "Europe/London",
  currency: "GBP",
  country: unitedKingdom,
  users: [
    { username: "bronwen", name: "Bronwen Pugh", role: "admin", visibility: "all", share: 1 },
    { username: "callum", name: "Callum Osei", role: "manager", visibility: "all", share: 2 },
    { username: "imogen", name: "Imogen Tate", role: "rep", visibility: "all", share: 5 },
    { username: "ravi", name: "Ravi Sandhu", role: "rep", visibility: "all", share: 4 },
  ],
  pipelines: [
    {
      name: startingPipeline,
      stages: [...startingStages],
      steps: [
        { key: "contact", days: [0.5, 20], lost: 0.15 },
        { key: "prospect", days: [4, 40], lost: 0.15 },
        { key: "potential", days: [8, 70], lost: 0.15 },
        { key: "tentative", days: [8, 80], lost: 0.25 },
      ],
      wonKey: "customer",
      lostKey: "closed",
      share: 1,
      categories: [
        ["Kitchens", 75],
        ["Worktops", 25],
      ],
      value: [6_500, 42_000, 50],
      firms: 0,
      titles: linesOf(`
        {last} kitchen, {street}
        {first} {last}: worktops only
        Galley kitchen in {town}
        {last}, kitchen and utility room
        Open plan with island, {last}
      `),
      messages: linesOf(`
        We are knocking through to the dining room and would like an island. Could you come and measure?
        Just the worktops please, slate or quartz, about four metres.
        Saw your kitchen at a friend's in {town}. What does one like that start at?
      `),
      remarks: {
        early: {
          says: linesOf(`
            Rang {first}. Victorian terrace, wall already out, builder starts in {month}.
            {first} came by the showroom, stayed for an hour and left with four samples.
            Sent the price guide and the questionnaire.
          `),
          next: ["Measuring on {weekday}.", "{first} sends the floor plan."],
        },
        middle: {
          says: linesOf(`
            Measured up. Floor drops two centimetres towards the window.
            First drawing done: island with the hob, larder by the door.
            {partner} wants the sink under the window, which moves the waste pipe.
          `),
          next: ["Second drawing by {weekday}.", "Asking the plumber."],
        },
        late: {
          says: ["Quote is out at {value}, stone included.", "They compare with a flat-pack. Talked about drawers."],
          next: ["Back in touch on {weekday}."],
        },
        won: { says: ["Deposit is in, fitting in {month}."], next: ["Stone booked."] },
        lost: {
          says: ["Builder brings his own joiner.", "On hold until the extension is approved."],
          next: ["Ask again in autumn."],
        },
      },
      tasks: ["Send samples to {first}", "Book the measuring for {last}", "Chase the stone yard for {last}"],
      checklist: ["Floor plan", "Appliance list", "Worktop sample chosen", "Deposit"],
      meetings: {
        early: ["Measuring", "First visit to the showroom"],
        middle: ["Design review at the showroom"],
        late: ["Going through the quote"],
      },
      quotes: { fromKey: "tentative", titles: ["Kitchen, fitted", "Worktops, fitted"] },
      tags: ["island", "extension", "showroom"],
    },
  ],
  categories: ["Kitchens", "Worktops", "Showroom"],
  sources: [
    ["website", 4],
    ["instagram", 3],
    ["referral", 3],
    ["direct", 2],
  ],
  campaigns: [
    { name: "Showroom evenings", slug: "showroom-evenings", sources: ["instagram", "direct"], medium: "event" },
  ],
  fields: [],
  calendars: [{ name: "Visits", color: "#0ea5e9" }],
  leads: 25,
  clients: 1,
  words: {
    weekday: wordsOf("Monday Tuesday Wednesday Thursday Friday"),
    month: wordsOf("March April May June September October"),
  },
};
