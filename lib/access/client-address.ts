/**
 * The network address a request came from, as far as the server knows; null when it does not. Each
 * proxy adds to the end of the list, so only the last entry was written by a machine of ours.
 */
export function clientAddress(headers: Headers): string | null {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return address ? address.slice(0, 64) : null;
}
