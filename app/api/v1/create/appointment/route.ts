export { POST } from "@/app/api/v1/leads/create/appointment/route";
