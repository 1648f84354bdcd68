// Lets Node run the project's TypeScript as it stands: "@/x" is a path from the root, and an
// import may leave out ".ts". Loaded with `node --import ./scripts/register.mjs`.
import { existsSync, statSync } from "node:fs";
import { registerHooks } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The file that an extensionless path stands for, or null when there is none. */
function sourceFile(path) {
  if (existsSync(path) && statSync(path).isFile()) return path;
  if (existsSync(`${path}.ts`)) return `${path}.ts`;
  const index = join(path, "index.ts");
  return existsSync(index) ? index : null;
}

registerHooks({
  resolve(specifier, context, next) {
    const ours = context.parentURL?.startsWith("file:") && !context.parentURL.includes("/node_modules/");
    const path = specifier.startsWith("@/")
      ? join(root, specifier.slice(2))
      : ours && specifier.startsWith("./")
        ? join(dirname(fileURLToPath(context.parentURL)), specifier)
        : null;
    const file = path && sourceFile(path);
    return file ? { url: pathToFileURL(file).href, shortCircuit: true } : next(specifier, context);
  },
});
