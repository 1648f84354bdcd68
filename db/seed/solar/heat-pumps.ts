import type { PipelineProfile } from "@/db/seed/profile";
import { linesOf } from "@/db/seed/text-lists";

/** Heat pumps for homes: a younger trade, busiest before winter. */
export const heatPumps: PipelineProfile = {
  name: "Heat pumps",
  stages: [
    { key: "request", name: "Request", color: "#64748b", probability: 10, description: "Asked for a heat pump." },
    {
      key: "home_visit",
      name: "Home visit",
      color: "#06b6d4",
      probability: 30,
      description: "Somebody looks at the house and its radiators.",
    },
    {
      key: "calculation",
      name: "Calculation",
      color: "#8b5cf6",
      probability: 45,
      description: "Heat load and costs are worked out.",
    },
    { key: "offer", name: "Offer", color: "#f97316", probability: 60, description: "The offer is with the household." },
    {
      key: "booked",
      name: "Booked",
      color: "#22c55e",
      probability: 100,
      description: "Ordered, installation has a week.",
    },
    {
      key: "dropped",
      name: "Dropped",
      color: "#94a3b8",
      probability: 0,
      description: "Stays with what is in the basement.",
    },
  ],
  steps: [
    { key: "request", days: [0.2, 20], lost: 0.18 },
    { key: "home_visit", days: [4, 40], lost: 0.14 },
    { key: "calculation", days: [4, 34], lost: 0.12 },
    { key: "offer", days: [5, 70], lost: 0.34 },
  ],
  wonKey: "booked",
  lostKey: "dropped",
  share: 14,
  categories: [["Heat pumps", 1]],
  value: [7_800, 26_400, 50],
  firms: 0.04,
  titles: linesOf(`
    {last}, heat pump for a {year} house
    Boiler out, heat pump in: {last}
    {street}, ducted heat pump
    {last} family, heating and cooling
    Mini splits upstairs, {last}
    Heat pump in {town}
  `),
  messages: linesOf(`
    Our boiler is from {oldYear} and the repair man shook his head. What would a heat pump cost?
    We have radiators, not ducts. Does that work at all when it is ten below?
    Would like heating and cooling in one. House is about {houseArea} sq ft.
    We have solar from you since last year and would like to use more of it ourselves.
    Gas line needs replacing and we would rather get rid of it.
    Upstairs is an oven in July. Mini splits maybe?
  `),
  remarks: {
    early: {
      says: linesOf(`
        {first} has a gas boiler from {oldYear}. Burns about \${bill} a month in January.
        House of {houseArea} sq ft, insulated in {lateYear}, radiators in every room.
        Called {first}. Worried about the noise at night; offered to show one that runs in {town}.
        {first} wants it before the first frost. Told them that is tight.
        Voicemail. Sent the list of what we need to know about the house.
      `),
      next: linesOf(`
        Visit on {weekday}.
        {first} sends a picture of the basement.
        Calls back when {partner} is home.
      `),
    },
    middle: {
      says: linesOf(`
        Heat load is {load} kBtu. Two radiators upstairs are too small, the rest is fine.
        Outdoor unit fits next to the garage, {percent} ft from the neighbor's window. Within the rules.
        Electric panel has room for one more 40 A breaker.
        Flow temperature of 120 F will do, even in January by the numbers.
        Basement is dry and has room for the buffer tank.
      `),
      next: linesOf(`
        Offer goes out on {weekday}.
        Checking the rebate with the utility.
        Radiator sizes to be confirmed by {first}.
      `),
    },
    late: {
      says: linesOf(`
        Sent the offer, {value} before the rebate. {first} waits for the utility's letter.
        {partner} asks what happens when the power is out. Talked about the battery again.
        They want to see one running. Arranged a visit with a customer in {town}.
        Rebate is confirmed. That makes it cheaper than a new boiler with a chimney liner.
      `),
      next: linesOf(`
        Decision until {weekday}.
        Holding a slot in {month}.
        I call again after the visit.
      `),
    },
    won: {
      says: linesOf(`
        Booked for {month}. Old boiler stays until the new one runs.
        Ordered. {first} takes the quieter unit after all.
      `),
      next: linesOf(`
        Electrician is informed.
        Rebate form is filed.
      `),
    },
    lost: {
      says: linesOf(`
        Boiler was repaired for \${small}, so this can wait another winter.
        Too dear without insulating first. Sent them to the energy adviser.
        Stays with gas, the installer had one in stock.
        No answer since the offer.
      `),
      next: linesOf(`
        Ask again in August.
        Leave it.
      `),
    },
  },
  tasks: linesOf(`
    Work out the heat load for {street}
    Ask the utility about the rebate for {last}
    Send noise sheet to {first}
    Follow up on the heat pump offer
    Arrange a visit to a running system
  `),
  checklist: linesOf(`
    Heating bills of two winters
    Radiator list
    Photo of the electric panel
    Place of the outdoor unit
    Rebate form
  `),
  meetings: {
    early: ["First call about the house", "Home visit: radiators and basement"],
    middle: ["Home visit: radiators and basement", "Visit to a running system in {town}"],
    late: ["Going through the heat load", "Video call about the offer"],
  },
  quotes: {
    fromKey: "offer",
    titles: linesOf(`
      Heat pump with buffer tank
      Heat pump, two radiators replaced
      Three mini splits
    `),
  },
  tags: ["rebate", "old boiler", "battery", "radiators", "cooling"],
};
