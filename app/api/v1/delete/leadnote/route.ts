export { POST } from "@/app/api/v1/leads/delete/leadnote/route";
