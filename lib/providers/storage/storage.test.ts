import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FileMissing, type StorageDriver } from "./driver";
import { localStorage } from "./local";
import { s3Storage } from "./s3";

/** s3rver is a CommonJS module without types. */
type S3rver = new (settings: object) => {
  run: () => Promise<{ address: string; port: number }>;
  close: () => Promise<void>;
};

let folder: string;
let server: InstanceType<S3rver>;
let drivers: Record<"local disk" | "S3", StorageDriver>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "leadwright-storage-"));
  const Server: S3rver = createRequire(import.meta.url)("s3rver");
  const settings = {
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: join(folder, "s3"),
    configureBuckets: [{ name: "files" }],
  };
  server = new Server(settings);
  const { port } = await server.run();
  drivers = {
    "local disk": localStorage(join(folder, "disk")),
    S3: s3Storage({
      bucket: "files",
      region: "us-east-1",
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
    }),
  };
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function bytesOf(driver: StorageDriver, key: string): Promise<Uint8Array> {
  const { stream } = await driver.get(key);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe.each(["local disk", "S3"] as const)("%s", (name) => {
  it("gives back what was put, byte for byte", async () => {
    const driver = drivers[name];
    const bytes = Uint8Array.from({ length: 300_000 }, (_, place) => (place * 31) % 256);
    expect(await driver.exists("tenant/one")).toBe(false);
    await driver.put("tenant/one", new Blob([bytes]));
    expect(await driver.exists("tenant/one")).toBe(true);
    expect((await driver.get("tenant/one")).sizeBytes).toBe(bytes.byteLength);
    expect(await bytesOf(driver, "tenant/one")).toEqual(bytes);
  });

  it("keeps an empty file", async () => {
    const driver = drivers[name];
    await driver.put("tenant/empty", new Blob());
    expect(await bytesOf(driver, "tenant/empty")).toEqual(new Uint8Array());
  });

  it("deletes, as often as it is told", async () => {
    const driver = drivers[name];
    await driver.put("tenant/two", new Blob(["1"]));
    await driver.delete("tenant/two");
    await driver.delete("tenant/two");
    expect(await driver.exists("tenant/two")).toBe(false);
  });

  it("says that a file is missing", async () => {
    await expect(drivers[name].get("tenant/nothing")).rejects.toBeInstanceOf(FileMissing);
  });

  it("can be left in the middle of reading", async () => {
    const driver = drivers[name];
    await driver.put("tenant/large", new Blob([new Uint8Array(1_000_000)]));
    const { stream } = await driver.get("tenant/large");
    await stream.cancel();
    await driver.delete("tenant/large");
    expect(await driver.exists("tenant/large")).toBe(false);
  });

  it.each(["../escape", "/etc/passwd", "a/../b", "a//b", "a.part", "", "a\0b", "a/", "ä"])(
    "refuses the key %j",
    async (key) => {
      const driver = drivers[name];
      await expect(driver.put(key, new Blob())).rejects.toThrow("wrong shape");
      await expect(driver.get(key)).rejects.toThrow("wrong shape");
      await expect(driver.exists(key)).rejects.toThrow("wrong shape");
      await expect(driver.delete(key)).rejects.toThrow("wrong shape");
    },
  );
});

it("leaves no part of a file on the disk when it is deleted after a crash", async () => {
  const driver = drivers["local disk"];
  await driver.put("crash/whole", new Blob(["1"]));
  writeFileSync(join(folder, "disk", "crash", "broken.part"), "half");
  expect(await driver.exists("crash/broken")).toBe(false);
  await driver.delete("crash/broken");
  expect(readdirSync(join(folder, "disk", "crash"))).toEqual(["whole"]);
});
