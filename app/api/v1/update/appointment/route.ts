export { POST } from "@/app/api/v1/leads/update/appointment/route";
