import { listen } from "@/lib/data/announcements";
import { forgetCallers } from "./identity";

/**
 * Makes this process forget what it knows about callers as soon as any process changes a key, a
 * session or a member. Answers a function that stops it. For the start of a server.
 */
export const watchCallers = (): (() => void) => listen("leadwright_access", forgetCallers);
