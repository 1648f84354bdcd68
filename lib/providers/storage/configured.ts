import { dataPath, environment } from "@/lib/config/environment";
import { processWide } from "@/lib/kit/process-wide";
import type { StorageDriver } from "./driver";

/** The place for files that the settings name: a bucket, or the data folder. One per process. */
export const storage = (): Promise<StorageDriver> => processWide("storage", open);

async function open(): Promise<StorageDriver> {
  const { S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = environment;
  // Loaded where it is asked for: the client of S3 takes its time and memory.
  if (!S3_BUCKET) return (await import("./local")).localStorage(dataPath("uploads"));
  const credentials =
    S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
      : undefined;
  return (await import("./s3")).s3Storage({ bucket: S3_BUCKET, region: S3_REGION, endpoint: S3_ENDPOINT, credentials });
}
