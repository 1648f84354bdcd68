/** Leads of one currency, in the range or before it. */
export type Amount = { isCurrent: boolean; currency: string; leads: number; valueMinor: number };

/** Leads of one stage besides. */
export type StageSum = Amount & { stageId: string };

/** Leads of one source besides. */
export type SourceSum = Amount & { source: string | null };

/** How many leads and how much value, in the range and before it (null: there is no before). */
export type Total = {
  leads: number;
  previousLeads: number | null;
  values: { currency: string; minor: number; previousMinor: number | null }[];
};

/** Adds sums up; amounts stay apart by currency, the location's own one first and always there. */
export function addUp(sums: readonly Amount[], ownCurrency: string, compares: boolean): Total {
  const now = sums.filter(({ isCurrent }) => isCurrent);
  const before = sums.filter(({ isCurrent }) => !isCurrent);
  const currencies = [
    ownCurrency,
    ...new Set(
      sums
        .map(({ currency }) => currency)
        .filter((currency) => currency !== ownCurrency)
        .toSorted(),
    ),
  ];
  return {
    leads: total(now, "leads"),
    previousLeads: compares ? total(before, "leads") : null,
    values: currencies.map((currency) => ({
      currency,
      minor: total(
        now.filter((sum) => sum.currency === currency),
        "valueMinor",
      ),
      previousMinor: compares
        ? total(
            before.filter((sum) => sum.currency === currency),
            "valueMinor",
          )
        : null,
    })),
  };
}

const total = (sums: readonly Amount[], of: "leads" | "valueMinor"): number =>
  sums.reduce((sum, part) => sum + part[of], 0);
