import { environment } from "./environment";

/** The address under which people reach a path of this installation, for mail that no request is there to ask. */
export const publicUrl = (path: string): string =>
  new URL(path, environment.APP_URL ?? `http://localhost:${environment.PORT}`).href;
