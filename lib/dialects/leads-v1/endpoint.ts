import type { z } from "zod";
import { createEndpoint, type Declaration, type Endpoint } from "@/lib/http/endpoint";
import { leadsV1 } from "./dialect";
import { asDocumented, type Refusals } from "./refusals";

const plainEndpoint = createEndpoint(leadsV1);
type Schema = z.ZodType;

/** An endpoint whose document has sentences of its own for what the domain refuses; `refusals` knows them. */
export function endpoint<
  Path extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
  Answer extends Schema = Schema,
  Input = unknown,
  Result = unknown,
>({
  refusals = () => ({}),
  run,
  ...declaration
}: Declaration<Path, Query, Body, Answer, Input, Result> & { refusals?: (input: Input) => Refusals }): Endpoint {
  return plainEndpoint({
    ...declaration,
    run: async (context, input) => {
      try {
        return await run(context, input);
      } catch (error) {
        throw asDocumented(error, refusals(input));
      }
    },
  });
}
