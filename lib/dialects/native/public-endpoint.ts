import { createPublicEndpoint } from "@/lib/http/public-endpoint";
import { problem } from "./dialect";

/** The `publicEndpoint` of our own API: errors are problem details. */
export const publicEndpoint = createPublicEndpoint(problem);
