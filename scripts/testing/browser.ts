import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { SetupError } from "@/lib/kit/setup-error";

/** A browser that was seen to start: its program, and the environment it needs beside ours. */
export type Browser = { path: string; env: Record<string, string> };

/** Quiet, and without what a container does not have. Playwright itself adds that there is no sandbox. */
export const browserArguments: readonly string[] = [
  "--no-zygote",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const systemNames = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome", "msedge"];
const systemPaths = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The first browser that starts: the one named in CHROME, the one that npm brought (Linux on x64),
 * Playwright's own, the system's.
 * @throws {SetupError} with what to do when none does.
 */
export async function findBrowser(cacheFolder: string): Promise<Browser> {
  const given = process.env.CHROME;
  if (given) {
    const browser = { path: given, env: {} };
    const problem = await problemOf(browser);
    if (problem === null) return browser;
    throw new SetupError(`CHROME names a browser that does not start (${given}): ${problem}`);
  }
  const problems: string[] = [];
  for (const candidate of [...packagedBrowsers(cacheFolder), playwrightBrowser, ...systemBrowsers()]) {
    const browser = await candidate().catch((error: unknown) => {
      problems.push(String(error));
      return null;
    });
    if (!browser || !existsSync(browser.path)) continue;
    const problem = await problemOf(browser);
    if (problem === null) return browser;
    problems.push(`${browser.path}: ${problem}`);
  }
  throw new SetupError(
    [
      "No browser was found for the browser tests.",
      ...problems.map((problem) => `  ${problem}`),
      "Do one of these and try again:",
      "  npx playwright install --with-deps chromium   downloads one",
      "  CHROME=/path/to/chrome npm test               uses one you have",
      "Or run the other tests alone: npm test -- --unit",
    ].join("\n"),
  );
}

/** Why a browser does not start, in a line; null when it does. */
async function problemOf({ path, env }: Browser): Promise<string | null> {
  try {
    const browser = await chromium.launch({
      executablePath: path,
      args: [...browserArguments],
      env: { ...definedEnvironment(), ...env },
      timeout: 30_000,
    });
    await browser.close();
    return null;
  } catch (error) {
    const lines = error instanceof Error ? error.message.split("\n") : [String(error)];
    return (
      lines.find((line) => /error while loading|No such file|cannot open|EACCES|ENOENT/i.test(line)) ??
      lines[0] ??
      ""
    ).trim();
  }
}

/** The environment of this process, without the names that are not set. */
export function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Chromium from npm: as it is, then with the libraries that come with it, for hosts that have none. */
function packagedBrowsers(cacheFolder: string): (() => Promise<Browser>)[] {
  if (process.platform !== "linux" || process.arch !== "x64") return [];
  const folder = join(cacheFolder, "chromium");
  const fonts: Record<string, string> = existsSync("/etc/fonts/fonts.conf")
    ? {}
    : { FONTCONFIG_PATH: join(folder, "fonts") };
  const libraries = {
    LD_LIBRARY_PATH: [join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
  };
  const unpacked = async (env: Record<string, string>) => {
    await unpack(folder);
    return { path: join(folder, "chromium"), env };
  };
  return [() => unpacked(fonts), () => unpacked({ ...fonts, ...libraries })];
}

/** Unpacks the npm package's archives beside their place and moves them there when whole. */
async function unpack(folder: string): Promise<void> {
  if (existsSync(join(folder, "chromium"))) return;
  const { inflate } = await import("@sparticuz/chromium");
  const archives = join(import.meta.dirname, "..", "..", "node_modules", "@sparticuz", "chromium", "bin");
  mkdirSync(join(folder, ".."), { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  const temporary = process.env.TMPDIR;
  try {
    // The package knows no other place than the temporary folder.
    process.env.TMPDIR = fresh;
    await Promise.all(
      ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"].map((name) =>
        inflate(join(archives, name)),
      ),
    );
    for (const path of [fresh, join(fresh, "chromium")]) chmodSync(path, 0o755);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    rmSync(fresh, { recursive: true, force: true });
  }
}

const playwrightBrowser = (): Promise<Browser> => Promise.resolve({ path: chromium.executablePath(), env: {} });

function systemBrowsers(): (() => Promise<Browser>)[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const paths = [...systemNames.flatMap((name) => folders.map((folder) => join(folder, name))), ...systemPaths];
  return paths.filter((path) => existsSync(path)).map((path) => () => Promise.resolve({ path, env: {} }));
}

/** Where an unpacked browser is kept between runs: beside the packages, or in the temporary folder when these are read-only. */
export function browserCache(root: string): string {
  const kept = join(root, "node_modules", ".cache", "leadwright");
  try {
    mkdirSync(kept, { recursive: true });
    return kept;
  } catch {
    return join(tmpdir(), `leadwright-browser-${process.getuid?.() ?? 0}`);
  }
}
