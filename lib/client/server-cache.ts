import { dehydrate, QueryClient, type DehydratedState, type QueryKey } from "@tanstack/react-query";

/** A query a page has the data of already. */
export type Known = { queryKey: QueryKey; load: () => Promise<unknown> };

/**
 * The cache that a page hands to the browser, filled with the same encoded answers the browser would
 * fetch. A query that fails is left out: the browser asks again and shows why.
 */
export async function serverCache(known: Known[]): Promise<DehydratedState> {
  const client = new QueryClient();
  await Promise.all(
    known.map(async ({ queryKey, load }) => {
      const data = await load().catch(() => undefined);
      if (data !== undefined) client.setQueryData(queryKey, data);
    }),
  );
  return dehydrate(client);
}
