import { z } from "zod";
import type { Attachment } from "@/lib/files/model";
import { FileAnswer } from "@/lib/http/file-answer";
import { id, time } from "./fields";
import { LeadPath } from "./leads";

export const FileBody = z.object({ file: z.file("Choose a file.") });

export const FilePath = LeadPath.extend({ fileId: id });

export const FileInfo = z.object({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.string().describe("What the file was found to be, not what its sender said."),
  sizeBytes: z.int(),
  sha256: z.string(),
  createdByName: z.string().nullable(),
  createdAt: time,
});

export const FilesAnswer = z.object({ files: z.array(FileInfo) });

/** A file as the wire shows it. */
export const printFile = (file: Attachment): z.input<typeof FileInfo> => ({
  id: file.id,
  fileName: file.fileName,
  mediaType: file.mediaType,
  sizeBytes: file.sizeBytes,
  sha256: file.sha256,
  createdByName: file.createdBy?.name ?? null,
  createdAt: file.createdAt.toISOString(),
});

export const printFiles = (files: Attachment[]): z.input<typeof FilesAnswer> => ({ files: files.map(printFile) });

export const printDownload = (file: Attachment & { stream: ReadableStream<Uint8Array> }) => new FileAnswer(file);
