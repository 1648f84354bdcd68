import { endpoint } from "@/lib/dialects/native/dialect";
import {
  CreateViewBody,
  printView,
  printViews,
  ViewAnswer,
  ViewsAnswer,
  ViewsQuery,
} from "@/lib/dialects/native/views";
import { createView } from "@/lib/views/create-view";
import { listViews } from "@/lib/views/list-views";

export const GET = endpoint({
  operation: "app-list-views",
  summary: "Saved views: the team's, and one's own",
  permission: "leads.read",
  query: ViewsQuery,
  answer: ViewsAnswer,
  input: ({ query }) => query,
  run: listViews,
  print: printViews,
});

export const POST = endpoint({
  operation: "app-create-view",
  summary: "Save a view",
  permission: "leads.read",
  body: CreateViewBody,
  answer: ViewAnswer,
  status: 201,
  failures: [409],
  input: ({ body }) => body,
  run: createView,
  print: printView,
});
