/** More would not fit into a header: what writes more is undone by other means. */
const mostNamed = 200;

/** The header that names the events of a successful request, when it wrote some. */
export const eventHeader = (status: number, ids: string[]): Record<string, string> | undefined =>
  status < 300 && ids.length > 0 && ids.length <= mostNamed ? { "leadwright-events": ids.join(",") } : undefined;
