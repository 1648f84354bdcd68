import type { Endpoint } from "./endpoint";
import type { PublicEndpoint } from "./public-endpoint";

/** Whether what a route file exports is an endpoint of a dialect. */
export const isEndpoint = (value: unknown): value is Endpoint => typeof value === "function" && "declaration" in value;

/** Whether it is an endpoint that needs no credentials. */
export const isPublicEndpoint = (value: unknown): value is PublicEndpoint =>
  typeof value === "function" && "publicDeclaration" in value;
