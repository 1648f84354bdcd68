import { chownSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Account } from "./account";
import { clusterFolder, clusterPassword } from "./cluster";
import type { Postmaster } from "./postmaster-file";

/** Where a server is told to listen: a folder for its unix socket, or a port of the loopback interface. */
export type Address = { socketFolder: string } | { port: number };

// The longest path of a socket is 103 bytes on macOS and 107 on Linux.
const longestSocketPath = 103;
const socketPath = (folder: string) => join(folder, ".s.PGSQL.5432");

/** Chooses how the server of `dataFolder` is reached: by socket in its own folder, else in a short one, else by port. */
export async function chooseAddress(dataFolder: string, account: Account | null): Promise<Address> {
  if (process.platform === "win32") return { port: await freePort() };
  const own = clusterFolder(dataFolder);
  if (await takesSocket(own)) return { socketFolder: own };
  const short = mkdtempSync(join(tmpdir(), "leadwright-"));
  if (account) chownSync(short, account.uid, account.gid);
  if (await takesSocket(short)) return { socketFolder: short };
  return { port: await freePort() };
}

/** The settings that make a server listen there and nowhere else. */
export function listenSettings(dataFolder: string, address: Address): Record<string, string> {
  if ("port" in address)
    return { listen_addresses: "127.0.0.1", port: String(address.port), unix_socket_directories: "" };
  const folder = address.socketFolder === clusterFolder(dataFolder) ? "." : address.socketFolder;
  return { listen_addresses: "", port: "5432", unix_socket_directories: folder, unix_socket_permissions: "0700" };
}

/** The connection string of `database` on a running server. */
export function connectionStringOf(dataFolder: string, { port, socketFolder }: Postmaster, database: string): string {
  if (!socketFolder) return `postgres://postgres:${clusterPassword(dataFolder)}@127.0.0.1:${port}/${database}`;
  const folder = socketFolder === "." ? clusterFolder(dataFolder) : socketFolder;
  return `postgres://postgres@localhost:${port}/${database}?host=${encodeURIComponent(folder)}`;
}

/** Some folders can not hold a socket: their path is too long, or their file system knows none. */
function takesSocket(folder: string): Promise<boolean> {
  if (Buffer.byteLength(socketPath(folder)) > longestSocketPath) return Promise.resolve(false);
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen(join(folder, `.probe-${process.pid}`), () => probe.close(() => resolve(true)));
  });
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("No port is free.")),
      );
    });
  });
}
