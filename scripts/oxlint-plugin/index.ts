import { casts, documentation, environment, frozen, names, routes, sleeps, words } from "./files.ts";
import { guarded, layers, packages } from "./imports.ts";

/** The rules of this house that no general linter knows. The table they work from is layers.ts. */
export default {
  meta: { name: "leadwright" },
  rules: { layers, packages, guarded, routes, environment, names, sleeps, documentation, casts, words, frozen },
};
