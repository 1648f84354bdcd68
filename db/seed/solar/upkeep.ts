import type { PipelineProfile } from "@/db/seed/profile";
import { linesOf } from "@/db/seed/text-lists";

/** Yearly checks and cleaning, mostly for those who bought before: small and quick. */
export const upkeep: PipelineProfile = {
  name: "Service plans",
  stages: [
    { key: "asked", name: "Asked", color: "#64748b", probability: 20, description: "Wants to know what a plan costs." },
    {
      key: "checked",
      name: "System checked",
      color: "#14b8a6",
      probability: 50,
      description: "We have seen the system.",
    },
    {
      key: "plan_offered",
      name: "Plan offered",
      color: "#eab308",
      probability: 70,
      description: "A plan is on the table.",
    },
    { key: "active", name: "Active", color: "#16a34a", probability: 100, description: "The plan runs." },
    {
      key: "not_wanted",
      name: "Not wanted",
      color: "#94a3b8",
      probability: 0,
      description: "Calls when something breaks.",
    },
  ],
  steps: [
    { key: "asked", days: [0.5, 14], lost: 0.1 },
    { key: "checked", days: [3, 30], lost: 0.1 },
    { key: "plan_offered", days: [3, 45], lost: 0.3 },
  ],
  wonKey: "active",
  lostKey: "not_wanted",
  share: 7,
  categories: [["Service", 1]],
  value: [190, 1_900, 10],
  firms: 0.25,
  titles: linesOf(`
    {last}, yearly check
    Cleaning and check, {street}
    {last}: inverter alarm, then a plan
    Monitoring for {last}
  `),
  messages: linesOf(`
    The app shows a yellow triangle since Sunday. Could somebody look at it?
    Do you clean panels? Ours were installed by a firm that no longer exists.
    What does a yearly check cost for {panels} panels?
    Squirrels are nesting under the array again.
  `),
  remarks: {
    early: {
      says: linesOf(`
        {first} reports an alarm on string two. Looked at it remotely, could be a connector.
        System is not ours, from {lateYear}. Said we take it on after a check.
        {first} has {panels} panels on two roofs and never had them looked at.
      `),
      next: linesOf(`
        Check on {weekday}.
        {first} sends the password of the monitoring.
      `),
    },
    middle: {
      says: linesOf(`
        Connector replaced, string two is back. Yield was {percent} % low for weeks without anybody noticing.
        All fine but dirty. Pollen and a lot of {tree} leaves.
        Critter guard is torn on the {side} side. Put it on the offer.
      `),
      next: linesOf(`
        Plan goes out with the invoice.
        Offer with and without cleaning.
      `),
    },
    late: {
      says: linesOf(`
        Offered the plan at {value} a year, monitoring included.
        {first} thinks about it. Likes that somebody watches the numbers.
      `),
      next: linesOf(`
        Calling on {weekday}.
        Offer is good for {weeks} weeks.
      `),
    },
    won: {
      says: ["Plan runs from the first of next month.", "Signed up, with cleaning in spring."],
      next: ["Added to the route in {month}."],
    },
    lost: { says: ["Rather pays per visit.", "Says the app tells them enough."], next: ["Fine."] },
  },
  tasks: linesOf(`
    Look at the monitoring of {last}
    Order critter guard for {street}
    Send service plan to {first}
  `),
  checklist: ["Monitoring access", "Photos of the inverter", "Serial numbers", "Torque check"],
  meetings: {
    early: ["System check", "Inverter visit"],
    middle: ["Cleaning and check", "Inverter visit"],
    late: ["Phone call about the plan"],
  },
  quotes: { fromKey: "plan_offered", titles: ["Service plan, one year", "Service plan with cleaning"] },
  tags: ["own customer", "third-party system", "alarm"],
};
