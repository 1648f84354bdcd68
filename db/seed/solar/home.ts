import type { PipelineProfile } from "@/db/seed/profile";
import { linesOf } from "@/db/seed/text-lists";
import { startingPipeline, startingStages } from "@/lib/locations/defaults";

/** Solar roofs for homes: the pipeline every location starts with. */
export const home: PipelineProfile = {
  name: startingPipeline,
  stages: [...startingStages],
  steps: [
    { key: "contact", days: [0.1, 24], lost: 0.17 },
    { key: "prospect", days: [3, 44], lost: 0.17 },
    { key: "potential", days: [6, 62], lost: 0.15 },
    { key: "tentative", days: [7, 80], lost: 0.27 },
  ],
  wonKey: "customer",
  lostKey: "closed",
  share: 62,
  categories: [
    ["Residential solar", 80],
    ["Battery storage", 15],
    ["EV charging", 5],
  ],
  value: [11_400, 38_900, 50],
  firms: 0,
  titles: linesOf(`
    {last} family, {kw} kW roof
    {kw} kW roof in {town}
    {last}, roof and battery
    {street}: {kw} kW
    Solar for the {last} house
    {first} {last}, {panels} panels
    Garage and main roof, {last}
    {last}, roof first, charger later
    New build in {town}, {kw} kW
  `),
  messages: linesOf(`
    Hi, we just had the roof redone and would like to know what solar would cost. House is from {year}, two stories.
    Our bill was \${bill} last month and I have had enough. Please call after 5.
    Could you give me a quote for a system that covers about {kwh} kWh a year? We have a south facing roof without trees.
    My neighbor on the corner had you install theirs and is very happy. We are interested as well.
    Looking at solar plus a battery. We lose power two or three times every winter.
    Do you also do flat roofs? Ours is over the kitchen, maybe 400 square feet.
    We plan to buy an electric car next year, so we would like to size this right from the start.
    Is there any incentive left for this year? And how long until it is on the roof?
    I am comparing offers, please send me a rough number first. {panels} panels is what another company said.
    We are in an HOA. Do you help with the paperwork?
    Can you work with slate? Everybody else said no.
    Interested. Please text instead of calling, I work nights.
    Our house in {town} faces east and west. Is that worth it at all?
    Saw your truck on our street. What would a {kw} kW system cost?
    I read that net metering changes soon. Would we still be in time?
    We would like to lease rather than buy. Is that something you offer?
  `),
  remarks: {
    early: {
      says: linesOf(`
        Called {first}. House from {year}, {roof}, bill around \${bill} a month.
        Left a voicemail, then a short text. Asked for photos of the roof and the last bill.
        {first} called back over lunch. Roof faces {facing}, one big {tree} on the {side} side.
        Reached {first} on the third try. Interested, but the garage comes first.
        Got the bill: {kwh} kWh a year. That is about {kw} kW.
        Short call. {first} wants a rough number before anybody comes out; said \${low}k to \${high}k.
        Neighbor of one of our customers. Has seen the array from the driveway and likes that it is all black.
        {first} asked about leasing. Explained that we sell, and what the loan looks like.
        No answer twice. Mailed the one-page overview instead.
        Talked to {first} and {partner} together. They want to stay in the house for at least ten years.
        Satellite picture looks fine: {facing}, no dormers, room for {panels} panels.
        {first} prefers texts. Works nights, so nothing before 2 pm.
      `),
      next: linesOf(`
        Sends photos by {weekday}.
        Roof visit next week, {first} picks the day.
        Try again on {weekday} after 5.
        Told {first} we come back in {weeks} weeks.
        Checking shading before I call again.
        Mailed two dates for a visit.
        Wants the numbers by email first.
      `),
    },
    middle: {
      says: linesOf(`
        Roof walk done. {roof} in good shape, two vents to work around. {panels} panels fit on the {facing} side.
        Attic is tight, but the run to the panel is short. Main panel is 100 A, so an upgrade goes into the offer.
        Shading from the {tree} costs about {percent} % in winter. {first} would rather keep the tree.
        Ran it with and without a battery: pays back in {years} years without, {moreYears} with. {first} leans towards without.
        HOA wants a drawing from the street side. Sent it to {first}.
        Roof has maybe eight years left. Suggested to redo the {facing} side before we go up; gave the number of the roofer we work with.
        Drone pictures are in the files. Chimney is {percent} inches closer than the plan says, lost one panel.
        {first} showed me two other offers. Ours is not the cheapest; the other two left out the permit.
        Village confirmed: permit takes {weeks} weeks, no hearing needed.
        {partner} is worried about the look from the garden. Showed black frames, that settled it.
        Meter is on the far wall, so add 60 ft of conduit.
      `),
      next: linesOf(`
        Drawing goes out on {weekday}.
        Offer by the end of the week.
        {first} asks the bank in the meantime.
        Waiting for the HOA.
        Structural check is booked.
        Pricing the panel upgrade now.
      `),
    },
    late: {
      says: linesOf(`
        Sent the offer: {kw} kW, {panels} panels, {value}. {first} goes through it with {partner} over the weekend.
        Loan is approved. Only the HOA letter is missing.
        {first} asked for a battery after all. Changed the offer, new total on page two.
        Long call about the warranty. Sent the manufacturer's sheet and our own ten years on workmanship.
        They like it, but want to wait for the tax refund.
        {first} found a cheaper offer and was open about it. Took \${small} off the racking, that is as far as it goes.
        Walked {first} through the yield report line by line. No open questions left, just the date.
        Asked for references in {town}; sent three.
      `),
      next: linesOf(`
        Decision by {weekday}.
        Calling again on {weekday}.
        {first} signs online if the date works.
        Holding the price for {weeks} more weeks.
        Asked Tomás to look over the numbers once more.
      `),
    },
    won: {
      says: linesOf(`
        Signed at the kitchen table. Permit goes out tomorrow; asked for {month}.
        Signed online last night. {first} would like the crew before the school holidays.
        Yes from both! Deposit is in. Panels are in stock, inverter has {weeks} weeks.
        Signed. {first} wants a picture from the drone once it is up.
      `),
      next: linesOf(`
        Handed over to installation.
        Welcome packet mailed.
        Neighbor wants a call, too.
      `),
    },
    lost: {
      says: linesOf(`
        Went with another company: \${small} cheaper and three weeks sooner. Friendly about it.
        They are selling the house. Asked us to leave it.
        HOA said no to anything on the street side, and the back faces north.
        Three calls, two mails, no answer. Closing this for now.
        Roof has to be redone first and there is no money for both this year.
        Too much shade. Said so honestly, {first} was thankful.
        Bank declined the loan. {first} may come back next year.
        Wanted a lease, which we do not do.
      `),
      next: linesOf(`
        Try again in spring.
        Worth a call when the battery rebate starts.
        No follow-up wanted.
      `),
    },
  },
  tasks: linesOf(`
    Call {first} back about the roof photos
    Send shading report to {first}
    Order structural check for {street}
    Follow up on the offer
    Ask the village about permit times
    Price panel upgrade to 200 A
    Send HOA drawing
    Confirm visit on {weekday}
    Mail three references in {town}
  `),
  checklist: linesOf(`
    Twelve months of bills
    Roof photos from all sides
    Main panel photo
    Shading report
    HOA approval
    Permit form signed
    Loan papers
  `),
  meetings: {
    early: ["First call about the roof", "Roof walk and shading check"],
    middle: [
      "Roof walk and shading check",
      "Panel and attic inspection",
      "Kitchen table talk with {first} and {partner}",
    ],
    late: ["Phone call about the yield report", "Video call: going through the offer", "Signing"],
  },
  quotes: {
    fromKey: "tentative",
    titles: linesOf(`
      {kw} kW roof, {panels} panels
      {kw} kW roof with battery
      {kw} kW roof, panel upgrade included
    `),
  },
  tags: ["hoa", "battery", "financing", "ev owner", "referral", "evening calls", "flat roof"],
};
