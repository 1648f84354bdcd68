/** The large location of a database under test, and what opens it. */
export type BenchedLocation = {
  id: string;
  companyId: string;
  /** Bearer of the location, `apikey` of it, and Bearer of a user of it. */
  key: string;
  apikey: string;
  token: string;
  /** Bearer of a private integration with every scope. */
  integration: string;
  /** A pipeline; and an option field of contacts, which one in five of them has. */
  pipelineId: string;
  customFieldId: string;
  /** The default pipeline's stages in their order, with numbers that nothing else has. */
  stages: { id: string; number: number }[];
  category: number;
  sources: string[];
  /** Parts of last names, common ones more often: what people type. */
  searches: string[];
};

/** A lead of the location; `stage` is its place among the stages. */
export type SampleLead = { number: number; id: string; contactId: string; stage: number };
