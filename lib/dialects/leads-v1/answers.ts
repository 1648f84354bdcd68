import { z } from "zod";

const Nothing = z.strictObject({});

/** The envelope of every success around `data`. */
export const answerOf = <Data extends z.ZodType>(data: Data) =>
  z.object({ status_code: z.literal(200), errors: Nothing, data });

/** `data` in the envelope. */
export const answer = <Data>(data: Data) => ({ status_code: 200 as const, errors: {}, data });

/** What commands answer: that it was done, and nothing more. */
export const Done = answerOf(Nothing);

export const printDone = (): z.infer<typeof Done> => answer({});
