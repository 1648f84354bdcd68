import type { Random } from "./random";
import { linesOf } from "./text-lists";

/** How a country writes addresses and phones. Phones come from the ranges kept for fiction. */
export type Country = {
  code: "US" | "GB";
  name: string;
  /** `{number} {street}` lines are made of these. */
  streets: string[];
  towns: Town[];
};

export type Town = { city: string; state: string; postalCode: string; phonePrefix: string; weight: number };

/** Lines of `city; state; postal code; phone prefix; weight`. */
const townsOf = (text: string): Town[] =>
  linesOf(text).map((line) => {
    const [city = "", state = "", postalCode = "", phonePrefix = "", weight = "1"] = line
      .split(";")
      .map((part) => part.trim());
    return { city, state, postalCode, phonePrefix, weight: Number(weight) };
  });

export const unitedStates: Country = {
  code: "US",
  name: "United States",
  streets: linesOf(`
    Maple Avenue
    Oak Street
    Prairie Lane
    N Wolcott Avenue
    S Kenilworth Avenue
    Elmwood Court
    Lakeview Drive
    W Belden Avenue
    Fox River Road
    Harrison Street
    Ridgeland Avenue
    Cherry Hill Road
    Birchwood Lane
    Old Orchard Road
    E Jefferson Avenue
    Sunnyside Terrace
    County Line Road
    Willow Bend
    Mill Pond Drive
    Franklin Street
    W Armitage Avenue
    Shermer Road
    Meadowbrook Drive
    Stone Quarry Road
  `),
  towns: townsOf(`
    Chicago; IL; 60614; 312; 9
    Chicago; IL; 60625; 773; 9
    Evanston; IL; 60202; 847; 7
    Oak Park; IL; 60302; 708; 7
    Naperville; IL; 60540; 630; 7
    Aurora; IL; 60506; 331; 4
    Elgin; IL; 60120; 224; 4
    Joliet; IL; 60435; 815; 4
    Berwyn; IL; 60402; 708; 4
    Wheaton; IL; 60187; 630; 4
    Skokie; IL; 60076; 847; 3
    Arlington Heights; IL; 60004; 224; 3
    Downers Grove; IL; 60515; 331; 3
    Rockford; IL; 61108; 815; 3
    DeKalb; IL; 60115; 779; 2
    Champaign; IL; 61820; 217; 2
    Peoria; IL; 61604; 309; 2
    Kenosha; WI; 53142; 262; 3
    Racine; WI; 53403; 262; 2
    Milwaukee; WI; 53207; 414; 5
    Waukesha; WI; 53188; 262; 2
    Madison; WI; 53711; 608; 4
    Green Bay; WI; 54303; 920; 1
    Gary; IN; 46403; 219; 2
    Valparaiso; IN; 46383; 219; 2
    South Bend; IN; 46615; 574; 1
  `),
};

/** Around Denver. */
export const colorado: Country = {
  code: "US",
  name: "United States",
  streets: linesOf(`
    Pearl Street
    Larimer Street
    S Gaylord Street
    W 32nd Avenue
    E Colfax Avenue
    Table Mesa Drive
    Foothills Road
    Lookout Mountain Road
    Clear Creek Drive
    Aspen Court
    Juniper Lane
    S University Boulevard
  `),
  towns: townsOf(`
    Denver; CO; 80205; 303; 6
    Denver; CO; 80212; 720; 5
    Boulder; CO; 80304; 303; 3
    Lakewood; CO; 80226; 303; 2
    Golden; CO; 80401; 720; 2
    Littleton; CO; 80120; 303; 2
    Fort Collins; CO; 80524; 970; 1
  `),
};

export const unitedKingdom: Country = {
  code: "GB",
  name: "United Kingdom",
  streets: linesOf(`
    Redcliffe Parade
    Cotham Brow
    Coronation Road
    Chandos Road
    Gloucester Road
    Picton Street
    North Street
    Whiteladies Road
    Mill Lane
    Church Road
    Station Road
    Ashley Down Road
  `),
  towns: townsOf(`
    Bristol; ; BS6 5HP; 0117; 6
    Bristol; ; BS3 1JA; 0117; 5
    Bath; Somerset; BA1 2LR; 07700; 3
    Clevedon; Somerset; BS21 6HX; 07700; 1
    Portishead; Somerset; BS20 7AN; 07700; 1
    Thornbury; Gloucestershire; BS35 2BG; 07700; 1
  `),
};

export type Place = { address: string; city: string; state: string | null; postalCode: string; country: string };

/** An address in a town of the country, and a phone number there that nobody has. */
export function inventPlace(
  random: Random,
  country: Country,
  takenPhones: Set<string>,
): { place: Place; phone: string } {
  const town = random.weighted(country.towns.map((one) => [one, one.weight] as const));
  const { city, state, postalCode } = town;
  const address = `${random.whole(2, country.code === "US" ? 4890 : 148)} ${random.pick(country.streets)}`;
  return {
    place: { address, city, state: state || null, postalCode, country: country.name },
    phone: inventPhone(random, country, town, takenPhones),
  };
}

/** 555-0100 to 555-0199 in the United States; 0117 496 0xxx and 07700 900xxx in the United Kingdom. */
function inventPhone(random: Random, country: Country, town: Town, taken: Set<string>): string {
  const prefixes = [town.phonePrefix, ...country.towns.map((one) => one.phonePrefix)];
  for (let attempt = 0; ; attempt++) {
    // A town whose numbers are used up lends from the next one.
    const prefix = attempt < 50 ? town.phonePrefix : random.pick(prefixes);
    const phone =
      country.code === "US"
        ? `(${prefix}) 555-01${String(random.whole(0, 99)).padStart(2, "0")}`
        : prefix === "0117"
          ? `0117 496 0${String(random.whole(0, 999)).padStart(3, "0")}`
          : `07700 900${String(random.whole(0, 999)).padStart(3, "0")}`;
    if (taken.has(phone)) continue;
    taken.add(phone);
    return phone;
  }
}
