/** An answer that is no JSON: it makes its own of HTTP. */
export abstract class OwnAnswer {
  abstract toResponse(status: number, headers: Record<string, string>): Response;
}
