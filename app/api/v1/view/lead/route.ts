export { GET } from "@/app/api/v1/leads/view/lead/route";
