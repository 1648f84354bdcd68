import { join } from "node:path";
import { keptFile } from "@/app/docs/kept-file";

const font = join(process.cwd(), "node_modules", "geist", "dist", "fonts", "geist-sans", "Geist-Variable.woff2");

/** The typeface of the app, for the reader, which is no page of Next's. */
export const GET = (): Promise<Response> => keptFile(font, "font/woff2");
