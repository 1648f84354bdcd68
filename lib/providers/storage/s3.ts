import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { checkedKey, FileMissing, type StorageDriver } from "./driver";

export type S3Settings = {
  bucket: string;
  region: string;
  /** Of a compatible server; without it Amazon's own. */
  endpoint?: string;
  /** Without them, what the machine has been given (a role, a profile). */
  credentials?: { accessKeyId: string; secretAccessKey: string };
};

/** Files in a bucket of S3, or of a server that speaks its protocol. */
export function s3Storage({ bucket, region, endpoint, credentials }: S3Settings): StorageDriver {
  const client = new S3Client({
    region,
    endpoint,
    credentials,
    // Compatible servers seldom have a host name for each bucket, nor the newer checksums.
    forcePathStyle: endpoint !== undefined,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000 },
  });
  const object = (key: string) => ({ Bucket: bucket, Key: checkedKey(key) });
  return {
    put: async (key, content) => {
      // Should the bucket be open to the web, nothing in it opens as a page.
      const asDownload = { ContentType: "application/octet-stream", ContentDisposition: "attachment" };
      const Body = Readable.from(content.stream());
      await client.send(new PutObjectCommand({ ...object(key), Body, ContentLength: content.size, ...asDownload }));
    },
    get: async (key) => {
      const answer = await client.send(new GetObjectCommand(object(key))).catch((error: unknown) => {
        throw isMissing(error) ? new FileMissing(key, { cause: error }) : error;
      });
      if (!answer.Body || answer.ContentLength === undefined)
        throw new Error("The storage server answered without a file.");
      // Declared as a stream of anything; it is the body of an HTTP answer.
      const stream = answer.Body.transformToWebStream() as ReadableStream<Uint8Array>;
      return { stream, sizeBytes: answer.ContentLength };
    },
    exists: async (key) => {
      try {
        await client.send(new HeadObjectCommand(object(key)));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    delete: async (key) => {
      await client.send(new DeleteObjectCommand(object(key)));
    },
  };
}

const isMissing = (error: unknown): boolean => error instanceof NoSuchKey || error instanceof NotFound;
