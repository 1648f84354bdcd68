export { GET } from "@/app/api/v1/leads/appointments/list/route";
