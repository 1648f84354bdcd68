/**
 * What a new location starts with: the pipeline "Leads" with the words of the first lead API as
 * stages, one lead category and one calendar. All of it may be renamed and added to.
 */
export const startingStages = [
  {
    key: "contact",
    name: "Contact",
    color: "#64748b",
    probability: 5,
    description: "Came in and waits for a first word.",
  },
  {
    key: "prospect",
    name: "Prospect",
    color: "#3b82f6",
    probability: 15,
    description: "Fits what we offer and was reached.",
  },
  {
    key: "potential",
    name: "Potential",
    color: "#8b5cf6",
    probability: 40,
    description: "Has a need, a budget and a time.",
  },
  {
    key: "tentative",
    name: "Tentative",
    color: "#f59e0b",
    probability: 65,
    description: "Has an offer and thinks it over.",
  },
  { key: "customer", name: "Customer", color: "#10b981", probability: 100, description: "Said yes." },
  { key: "closed", name: "Closed", color: "#94a3b8", probability: 0, description: "Will not buy, for now." },
] as const;

/** Why deals are lost, until a location finds words of its own. */
export const startingLostReasons = ["Price", "Chose somebody else", "Bad timing", "No answer", "Not a fit"] as const;

export const startingPipeline = "Leads";
export const startingCategory = "General";
export const startingCalendar = { name: "Appointments", color: "#3b82f6" };
