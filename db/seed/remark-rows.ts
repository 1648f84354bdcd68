import { minorFromDecimal } from "@/lib/kit/money";
import { localDate } from "@/lib/kit/zone";
import type { Ledger, SeededLead } from "./lead-rows";
import { addDays, addMinutes, atClock, atWork, dateAfter, isWeekend } from "./local-time";
import { pastId } from "./past-id";
import { partOf, type Remarks } from "./profile";
import type { Random } from "./random";
import type { SeededActor } from "./rows";
import type { Setting } from "./setting";

/** Deals from each list in turn, so that nobody reads the same words twice before all others were used. */
function createDeck(random: Random): (list: string[]) => string {
  const left = new Map<string[], string[]>();
  return (list) => {
    const cards = left.get(list)?.length ? (left.get(list) ?? []) : random.shuffled(list);
    const card = cards.pop();
    left.set(list, cards);
    if (card === undefined) throw new RangeError("There is nothing to say.");
    return card;
  };
}

/** Writes what people wrote down and planned about a lead: notes, tasks, checklists and quotes. */
export function createRemarkWriter(setting: Setting, ledger: Ledger) {
  const deal = createDeck(setting.random);
  return (lead: SeededLead): void => {
    const { owner } = lead.story;
    if (owner) {
      addNotes(setting, ledger, deal, lead, setting.user(owner));
      addTasks(setting, ledger, deal, lead, setting.user(owner));
    }
    addQuotes(setting, ledger, deal, lead);
  };
}

type Deal = (list: string[]) => string;

/** Some notes while it is in a stage, and mostly one when it is decided. */
function addNotes(setting: Setting, ledger: Ledger, deal: Deal, lead: SeededLead, author: SeededActor): void {
  const { random, now, profile } = setting;
  const { story, row } = lead;
  const { remarks } = story.pipeline;
  for (const [index, { key, at }] of story.moves.entries()) {
    const from = index === 0 ? story.assignedAt : at;
    const until = story.moves[index + 1]?.at ?? now;
    if (key === story.pipeline.wonKey || key === story.pipeline.lostKey) {
      const isWon = key === story.pipeline.wonKey;
      if (random.chance(isWon ? 0.85 : 0.7))
        addNote(
          setting,
          ledger,
          lead,
          author,
          addMinutes(at, random.whole(1, 9)),
          remark(random, deal, isWon ? remarks.won : remarks.lost, 0.5),
        );
      continue;
    }
    const part = remarks[partOf(story.pipeline, key)];
    const count = random.weighted([[0, 30], [1, 44], [2, 20], [3, 6]] as const); // prettier-ignore
    for (let note = 0; note < count; note++) {
      const share = (note + random.next()) / count;
      const moment = atWork(
        random,
        new Date(from.getTime() + (until.getTime() - from.getTime()) * share),
        profile.timeZone,
      );
      if (moment >= until) continue;
      addNote(setting, ledger, lead, author, moment, remark(random, deal, part, 0.65));
      row.lastContactedOn = localDate(moment, profile.timeZone);
    }
  }
}

function remark(random: Random, deal: Deal, { says, next }: Remarks, shareWithNext: number): string {
  const said = deal(says);
  return random.chance(shareWithNext) ? `${said}${random.chance(0.2) ? "\n" : " "}${deal(next)}` : said;
}

function addNote(
  { locationId, now }: Setting,
  { rows, happened }: Ledger,
  lead: SeededLead,
  author: SeededActor,
  at: Date,
  template: string,
): void {
  if (at >= now) return;
  const id = pastId(at);
  // Each sentence begins with a capital, whatever it was filled in with.
  const body = lead.story
    .tell(template)
    .replace(/([.!?]\s+)(\p{Ll})/gu, (_, end: string, letter: string) => end + letter.toUpperCase());
  rows.notes.push({
    locationId,
    id,
    ...lead.about,
    body,
    createdById: author.id,
    authorName: author.name,
    createdAt: at,
    updatedAt: at,
  });
  happened.push({
    at,
    actor: author,
    type: "note.created",
    subject: { type: "note", id },
    ...lead.about,
    after: { body },
  });
}

/** What is done already, and for every other open lead something to do: some of it late. */
function addTasks(setting: Setting, ledger: Ledger, deal: Deal, lead: SeededLead, assignee: SeededActor): void {
  const { random, now, profile, locationId } = setting;
  const { story } = lead;
  const { rows } = ledger;
  const task = (createdAt: Date, dueAt: Date, completedAt: Date | null) => {
    const id = pastId(createdAt);
    const title = story.tell(deal(story.pipeline.tasks));
    const changed = { createdAt, updatedAt: completedAt ?? createdAt };
    rows.tasks.push({
      locationId,
      id,
      ...lead.about,
      title,
      assignedToId: assignee.id,
      createdById: assignee.id,
      dueAt,
      completedAt,
      ...changed,
    });
    return id;
  };
  const [, second] = story.moves;
  if (second && random.chance(0.4)) {
    const dueAt = atWork(random, addDays(second.at, random.whole(1, 4)), profile.timeZone);
    const completedAt = addMinutes(dueAt, random.whole(-300, 400));
    if (completedAt < now) task(second.at, dueAt, completedAt);
  }
  if (story.status === "open" && random.chance(0.5)) {
    const since = story.moves.at(-1)?.at ?? story.createdAt;
    const id = task(since > story.assignedAt ? since : story.assignedAt, comingMoment(setting), null);
    if (random.chance(0.12)) addChecklist(setting, ledger, { taskId: id }, lead, since);
  }
  if (story.moves.length > 1 && random.chance(story.status === "open" ? 0.35 : 0.08)) {
    addChecklist(
      setting,
      ledger,
      { opportunityId: lead.about.opportunityId },
      lead,
      story.moves[1]?.at ?? story.createdAt,
    );
  }
}

/** From late by some days to two weeks ahead, on the hour or half. */
function comingMoment({ random, now, profile: { timeZone } }: Setting): Date {
  let date = dateAfter(localDate(now, timeZone), random.whole(-5, 14));
  while (isWeekend(date)) date = dateAfter(date, 1);
  return atClock(date, random.whole(18, 34) * 30, timeZone);
}

function addChecklist(
  { random, now, locationId }: Setting,
  { rows }: Ledger,
  parent: { opportunityId: string } | { taskId: string },
  { story }: SeededLead,
  since: Date,
): void {
  const texts = story.pipeline.checklist.slice(0, random.whole(3, story.pipeline.checklist.length));
  const ticked = story.status === "open" ? random.whole(0, texts.length - 1) : texts.length;
  for (const [position, text] of texts.entries()) {
    const done = addDays(since, (position + 1) * 1.3);
    const completedAt = position < ticked ? (done < now ? done : addMinutes(now, -(texts.length - position))) : null;
    rows.checklistItems.push({
      locationId,
      id: pastId(since),
      ...parent,
      text,
      position,
      completedAt,
      createdAt: since,
      updatedAt: completedAt ?? since,
    });
  }
}

/** What was proposed, from the stage on in which this pipeline proposes. */
function addQuotes(
  { random, now, profile, locationId }: Setting,
  { rows }: Ledger,
  deal: Deal,
  { story, about }: SeededLead,
): void {
  const { fromKey, titles } = story.pipeline.quotes;
  const reached = story.moves.find(({ key }) => key === fromKey);
  if (!reached || story.value === null || !random.chance(0.82)) return;
  const totalMinor = minorFromDecimal(String(story.value), profile.currency) ?? 0;
  const quote = (at: Date, total: number, status: "draft" | "sent" | "accepted" | "declined") =>
    rows.quotes.push({
      locationId,
      id: pastId(at),
      title: story.tell(deal(titles)),
      opportunityId: about.opportunityId,
      totalMinor: total,
      currency: profile.currency,
      status,
      createdAt: at,
      updatedAt: at,
    });
  const sentAt = addMinutes(reached.at, random.whole(2, 200));
  if (sentAt >= now) return;
  if (random.chance(0.15)) quote(addMinutes(reached.at, 1), Math.round((totalMinor * 1.07) / 100) * 100, "declined");
  const open = random.chance(0.85) ? "sent" : "draft";
  quote(sentAt, totalMinor, story.status === "won" ? "accepted" : story.status === "open" ? open : "declined");
}
