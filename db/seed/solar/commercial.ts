import type { PipelineProfile } from "@/db/seed/profile";
import { linesOf } from "@/db/seed/text-lists";

/** Roofs and carports of firms: few, large, slow. */
export const commercial: PipelineProfile = {
  name: "Commercial projects",
  stages: [
    {
      key: "inquiry",
      name: "Inquiry",
      color: "#64748b",
      probability: 5,
      description: "A firm asked, nobody has been there yet.",
    },
    {
      key: "survey",
      name: "Site survey",
      color: "#0ea5e9",
      probability: 20,
      description: "Roof, load and grid connection are looked at.",
    },
    {
      key: "design",
      name: "Design",
      color: "#6366f1",
      probability: 35,
      description: "Layout and yield are being drawn up.",
    },
    { key: "proposal", name: "Proposal", color: "#a855f7", probability: 55, description: "The firm has our proposal." },
    {
      key: "contract",
      name: "Contract",
      color: "#f59e0b",
      probability: 80,
      description: "Terms are agreed, papers go back and forth.",
    },
    {
      key: "signed",
      name: "Signed",
      color: "#10b981",
      probability: 100,
      description: "Signed and handed to the project team.",
    },
    { key: "declined", name: "Declined", color: "#94a3b8", probability: 0, description: "No, or not this year." },
  ],
  steps: [
    { key: "inquiry", days: [1, 30], lost: 0.18 },
    { key: "survey", days: [8, 60], lost: 0.14 },
    { key: "design", days: [10, 70], lost: 0.12 },
    { key: "proposal", days: [14, 100], lost: 0.33 },
    { key: "contract", days: [8, 60], lost: 0.1 },
  ],
  wonKey: "signed",
  lostKey: "declined",
  share: 17,
  categories: [
    ["Commercial solar", 88],
    ["EV charging", 12],
  ],
  value: [58_000, 640_000, 500],
  firms: 1,
  titles: linesOf(`
    {firm}, {bigKw} kW roof
    {firm}: warehouse roof
    {firm} carport with charging
    {firm}, ground mount behind the hall
    {firm}: roof lease or purchase
    {town} site of {firm}
  `),
  messages: linesOf(`
    We run two shifts and our demand charges keep growing. Please send somebody to look at the roof, about {area} sq ft.
    Our landlord is open to panels if the roof warranty stays. What would you need from us?
    Board wants a proposal by the end of the quarter: roof, {area} sq ft, built {year}.
    We would like chargers for eight vans and panels over the parking lot.
    Looking for a second offer on a {bigKw} kW system. Drawings can be sent.
    Our refrigeration runs around the clock. What could solar take off that?
    Is a power purchase agreement possible for a tenant?
    We are replacing the roof next spring anyway. Would like to plan the panels along with it.
    Our customers keep asking for a green supply chain. What can be done on a roof of {area} sq ft?
    Bill is over \${small} a week, mostly from the ovens. Please get in touch in the morning, afternoons are busy.
    I saw the array at our neighbor's in {town}. Who pays for the grid study?
    We need numbers for the bank by the end of {month}. Roof and parking lot, {area} sq ft in all.
    Do you also maintain what you build? The firm that did our first {bigKw} kW is gone.
  `),
  remarks: {
    early: {
      says: linesOf(`
        Talked to {first}, {job}. Roof about {area} sq ft, built {year}, membrane redone in {lateYear}.
        {first} sent the load profile. Base load of {load} kW day and night, that fits well.
        Tenant, not owner. {first} asks the landlord for permission first.
        First call with {first}. They have a budget for this year, but it has to be spent by December.
        {firm} wants three offers by policy. We are the second one in.
      `),
      next: linesOf(`
        Survey date proposed for {weekday}.
        Waiting for the drawings.
        {first} brings in facilities.
        Mailed the reference list.
      `),
    },
    middle: {
      says: linesOf(`
        On the roof with facilities for two hours. Membrane is fine, parapet is {percent} inches higher than drawn.
        Utility says the transformer takes {bigKw} kW without an upgrade. Got it in writing.
        Structural engineer wants the joist plan. {first} is digging for it in the archive.
        Layout A uses the whole roof, layout B leaves room for the new chiller. They want to see both.
        Production {kwhBig} MWh in the first year by the model, {percent} % above what we said on the phone.
        Fire marshal wants wider walkways on the {facing} side. Costs us {panels} panels.
      `),
      next: linesOf(`
        Layout goes out on {weekday}.
        Pricing the steel this week.
        Call with their CFO once the yield is in.
        Engineer's letter is due in {weeks} weeks.
      `),
    },
    late: {
      says: linesOf(`
        Presented to {first} and the CFO. Good questions about degradation and who cleans the panels. Total {value}.
        Board meets on {weekday}; {first} presents our numbers, not the competitor's.
        They asked for payment in three parts. Fine with us if the steel is paid up front.
        Legal sent {percent} comments on the contract. Two matter, the rest is wording.
        {first} wants a guaranteed yield. Offered {guarantee} % of the model over five years.
        Landlord signs the roof consent as soon as the insurer has confirmed.
      `),
      next: linesOf(`
        Answer expected by {weekday}.
        Redline back to them tomorrow.
        Calling {first} after the board meeting.
        Insurer's letter is on its way.
      `),
    },
    won: {
      says: linesOf(`
        Contract signed, first part paid. Kick-off in {month}.
        Signed by both sides. {first} wants it running before the summer peak.
      `),
      next: linesOf(`
        Handed to the project team with all drawings.
        Press picture agreed.
      `),
    },
    lost: {
      says: linesOf(`
        Board took the other offer. {percent} % apart, theirs includes the roof.
        Budget went into the new production line. {first} asks us to come back next year.
        Landlord will not allow anything on the roof.
        Grid connection would cost more than the array. Agreed to leave it.
        {first} has left the firm and the successor has other plans.
      `),
      next: linesOf(`
        Note for next budget season.
        Stay in touch about chargers.
      `),
    },
  },
  tasks: linesOf(`
    Ask {first} for the load profile
    Book structural engineer for {firm}
    Send layout B to {first}
    Call utility about the transformer
    Prepare board slides for {firm}
    Redline the contract
    Check the roof warranty with the manufacturer
  `),
  checklist: linesOf(`
    Roof drawings
    Load profile of a year
    Utility letter
    Structural letter
    Landlord's consent
    Insurance confirmation
    Credit check
  `),
  meetings: {
    early: ["First meeting on site", "Introduction by video call"],
    middle: ["Site survey with facilities", "Layout review", "Structural review with the roofer"],
    late: ["Presentation to the board", "Contract call with legal", "Review of the financing"],
  },
  quotes: {
    fromKey: "proposal",
    titles: linesOf(`
      {bigKw} kW roof, turnkey
      Carport and eight charge points
      {bigKw} kW roof, layout B
    `),
  },
  tags: ["tenant", "demand charges", "ppa", "board decision", "carport", "second offer"],
};
