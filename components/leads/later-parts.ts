import { lazy } from "react";

/** What a first look at the list does without: fetched when there is a reason to show it. */
export const BulkBar = lazy(() => import("./bulk/bulk-bar").then((module) => ({ default: module.BulkBar })));
export const NoLeads = lazy(() => import("./no-leads").then((module) => ({ default: module.NoLeads })));
export const Notice = lazy(() => import("./wrong/notice").then((module) => ({ default: module.Notice })));
export const WrongList = lazy(() => import("./wrong/wrong-list").then((module) => ({ default: module.WrongList })));
