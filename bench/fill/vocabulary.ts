import type { Random } from "@/db/seed/random";
import { wordsOf } from "@/db/seed/text-lists";

/** 3,000 last names, put together from what they begin and end with. */
const beginnings = wordsOf(`Hal Lind Berg Nor Wes Ash Har Thorn Black Win Mar Kel Dra Vol Stan Ek Sol Gra Fen Mor
  Bren Cal Dor Els Fal Gil Hob Ing Jar Kor Lam Mel Nav Oster Pel Quin Ros Sel Tol Ul Var Wal Xen Yar Zim Bal Cor Den Er Fis
  Gold Hend Iv Jan Kir Lor Mans Nick Os Pat`);
const endings = wordsOf(`man son sen berg feld wood ford ham ley ton well worth strom quist vik dahl gaard stein
  bach mann hoff huber meyer owski enko escu idis oglu yan vili ura moto kawa saki zaki hara mura tani adze ante etti ini
  elli ardi ucci ova ero ara eiro eira ado`);
export const lastNames = beginnings.flatMap((one) => endings.map((other) => one + other));

const firstNames = wordsOf(`Emily Hannah Megan Claire Rachel Laura Beth Karen Diane Heather Molly Daniel Andrew Brian
  Kevin Scott Greg Patrick Nathan Tyler Owen Peter Craig Ethan Walter Sofia Lucia Elena Carmen Rosa Ines Mateo Diego Rafael
  Emilio Luis Tomas Ivan Magda Joanna Ewa Zofia Marek Adam Jakub Piotr Priya Anjali Meera Deepa Arjun Rohan Vikram Sanjay
  Ngozi Amara Folake Abena Chidi Emeka Kwame Kofi Tunde Mei Lin Yuki Aiko Wei Jun Kenji Ren Linh Mai Minh Hung Layla Yasmin
  Omar Karim Yusuf Ingrid Astrid Freja Lars Anders Henrik Chiara Giulia Luca Paolo Elif Zeynep Emre Kerem`);

const topics = wordsOf("roof battery carport charger heat-pump service survey extension rebate monitoring");
const trades = wordsOf("Dental Foods Logistics Castings Hardware Academy Farms Motors Brewing Properties");

/** An index into a list, the first ones most likely: as with names of people, where one in a hundred is called Smith. */
function skewed(random: Random, length: number): number {
  // The inverse of the sum of 1 / (rank + 20).
  const rank = 20 * ((length + 20) / 20) ** random.next() - 20;
  return Math.min(length - 1, Math.floor(rank));
}

export type InventedPerson = { first: string; last: string; topic: string; company: string | null };

/** A person and what they ask for; a third of them for a firm. */
export function inventPerson(random: Random): InventedPerson {
  const last = lastNames[skewed(random, lastNames.length)] ?? "Halman";
  const other = lastNames[skewed(random, lastNames.length)] ?? "Lindson";
  const company = random.chance(0.33) ? `${other} ${random.pick(trades)} ${random.whole(1, 999)}` : null;
  return { first: random.pick(firstNames), last, topic: random.pick(topics), company };
}

/** What people type to find somebody: the first letters of a last name, at least four. */
export function searchPart(random: Random): string {
  const last = lastNames[skewed(random, lastNames.length)] ?? "Halman";
  return last.slice(0, random.whole(4, Math.max(4, last.length))).toLowerCase();
}
