"use client";

import { setNeighbours } from "@/components/lead-record/neighbours";
import { LeadsScreen } from "@/components/leads/leads-screen";

/** The list of leads, which tells the record of a lead what stands before and after it. */
export const LeadsList = ({ isRep }: { isRep: boolean }) => <LeadsScreen isRep={isRep} onLeads={setNeighbours} />;
