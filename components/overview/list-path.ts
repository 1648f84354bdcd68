import { paths } from "@/lib/client/paths";

/** Where the leads that a number counts are listed. */
export const listPath = (filter: object): string => paths.leads({ filter: JSON.stringify(filter) });
