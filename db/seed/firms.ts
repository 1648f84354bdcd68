import { slugify } from "@/lib/kit/text";
import type { Random } from "./random";
import { linesOf } from "./text-lists";

export type Firm = { name: string; industry: string; employees: string; website: string; domain: string };

/** Lines of `industry; employees; endings of the name, by bars`. */
const trades = linesOf(`
  Logistics; 51-200; Cold Storage|Freight|Warehousing|Distribution
  Food production; 51-200; Bakery|Foods|Creamery|Roasters
  Manufacturing; 201-500; Tool & Die|Castings|Plastics|Packaging|Millworks
  Health care; 11-50; Dental|Family Clinic|Veterinary Care|Physical Therapy
  Hospitality; 11-50; Inn|Brewing|Supper Club|Banquet Hall
  Retail; 11-50; Hardware|Garden Center|Bike Shop|Grocery Co-op
  Education; 51-200; Academy|Montessori School|Swim School
  Agriculture; 1-10; Farms|Orchards|Greenhouses|Dairy
  Property management; 11-50; Apartments|Properties|Self Storage|Office Park
  Automotive; 11-50; Auto Body|Motors|Tire & Brake
  Sports; 1-10; Racquet Club|Ice Arena|Climbing Hall
`).map((line) => {
  const [industry = "", employees = "", endings = ""] = line.split(";").map((part) => part.trim());
  return { industry, employees, endings: endings.split("|") };
});

const beginnings = linesOf(`
  Birchwood
  Lakeshore
  Three Rivers
  Fox Valley
  Sauk Trail
  Harbor Point
  North Branch
  Blackhawk
  Kettle Creek
  Old Mill
  Red Barn
  Calumet
  Stone Arch
  Prairie View
  Lincoln Square
  Halsted
  Twin Elms
  Driftless
  Copper Kettle
  Meadowlark
  Goose Island
  Irving Park
  Kinzie
  Des Plaines
  Ravenswood
  Two Brothers
  Bluestem
  Cedar & Sons
  Hammer & Vine
  Pilsen
  Starling
  Winnebago
`);

/** A firm whose name is in none of `taken`; adds it. */
export function inventFirm(random: Random, taken: Set<string>): Firm {
  for (;;) {
    const { industry, employees, endings } = random.pick(trades);
    const name = `${random.pick(beginnings)} ${random.pick(endings)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    const domain = `${slugify(name)}.example`;
    return { name, industry, employees, domain, website: `https://www.${domain}` };
  }
}
