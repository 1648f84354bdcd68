import { readFileSync, writeFileSync } from "node:fs";
import { dataPath, environment } from "@/lib/config/environment";

const file = () => dataPath("url");

/** Where this installation is reached: as its server last said, else as the settings let expect. */
export function installationUrl(): string {
  try {
    return readFileSync(file(), "utf8").trim();
  } catch {
    return urlAt(environment.PORT);
  }
}

/** Where the server on `port` is reached; kept for the commands that are asked for it. */
export function keepInstallationUrl(port: number): string {
  const url = urlAt(port);
  writeFileSync(file(), `${url}\n`);
  return url;
}

const urlAt = (port: number) => environment.APP_URL ?? `http://localhost:${port}`;
