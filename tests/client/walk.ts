// The way of a partner's system, with nothing but what the document says: a wrong name or a missing member does not compile.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.d.ts";

const [baseUrl, key] = process.argv.slice(2);
if (!baseUrl || !key) throw new Error("walk.js ADDRESS KEY");
const api = createClient<paths>({ baseUrl, headers: { "X-Api-Key": key } });

type Problem = components["schemas"]["Problem"];

/** What was answered, or the problem's code and sentence. */
async function ok<T>(step: string, call: Promise<{ data?: T; error?: Problem | undefined; response: Response }>): Promise<T & {}> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined || data === null) throw new Error(`${step}: ${response.status} ${error?.code}: ${error?.detail ?? error?.title}`);
  console.log(`${response.status} ${step}`);
  return data;
}

function must(claim: boolean, says: string): void {
  if (!claim) throw new Error(says);
  console.log(`    ${says}`);
}

async function member(name: string, countryCode: string, timeZone: string): Promise<string> {
  const organization = await ok(`registerOrganization ${name}`, api.POST("/api/v1/organizations", { body: { name, type: "22", countryCode, timeZone } }));
  const path = { id: organization.id };
  await ok("addContact", api.POST("/api/v1/organizations/{id}/contacts", { params: { path }, body: { name: "Ayesha Rahman", email: "ayesha@example.org", role: "focalPoint" } }));
  return organization.id;
}

const me = await ok("getMe", api.GET("/api/v1/me"));
must(me.role === "secretariat", "the key is the secretariat's");

const own = await member("Green Delta", "BD", "Asia/Dhaka");
const other = await member("Alpine Health", "CH", "Europe/Zurich");

const partnership = await ok("proposePartnership", api.POST("/api/v1/partnerships", { body: { name: "Healthy communities", startDate: "2026-01-01", sdgTargets: ["17.16"] } }));
const inPartnership = { params: { path: { id: partnership.id } } };
await ok("addMember", api.POST("/api/v1/partnerships/{id}/members", { ...inPartnership, body: { organizationId: own, role: "lead" } }));
await ok("addMember", api.POST("/api/v1/partnerships/{id}/members", { ...inPartnership, body: { organizationId: other, role: "implementing" } }));
const active = await ok("activatePartnership", api.POST("/api/v1/partnerships/{id}/activate", inPartnership));
must(active.status === "active", "the partnership is active");

const draft: components["schemas"]["CommitmentDraft"] = {
  title: "Blood-pressure checks at 120 village health posts",
  sdgTargets: ["3.4"],
  dueDate: "2099-06-30",
  reportingFrequency: "quarterly",
  measure: { indicator: "Health posts that measure", unit: "posts", baseline: 8, baselineDate: "2025-12-31", target: 120, meansOfVerification: "Post registers" },
  milestones: [{ title: "First 30 posts", dueDate: "2099-01-31" }],
};
const drafted = await api.POST("/api/v1/commitments", { body: { ...draft, partnershipId: partnership.id, organizationId: own } });
const commitment = await ok("draftCommitment", Promise.resolve(drafted));
const path = { id: commitment.id };
const score = await ok("scoreDraft", api.POST("/api/v1/commitments/score", { body: { ...draft, organizationId: own } }));
must(score.trackable, `trackable, level ${score.level}, ${score.unclear} ingredients unclear`);

const tag = drafted.response.headers.get("ETag") ?? "";
const patched = await ok("patchCommitment", api.PATCH("/api/v1/commitments/{id}", { params: { path, header: { "If-Match": tag } }, body: { place: "Khulna" } }));
must(patched.place === "Khulna" && patched.title === draft.title, "only the place changed");
const late = await api.PATCH("/api/v1/commitments/{id}", { params: { path, header: { "If-Match": tag } }, body: { place: "Dhaka" } });
must(late.response.status === 412 && late.error?.status === 412, `whoever comes late is refused: ${late.error?.code}`);

const issued = await ok("issueApiKey", api.POST("/api/v1/organizations/{id}/api-keys", { params: { path: { id: own } }, body: { name: "Our system", role: "officer" } }));
const officer = createClient<paths>({ baseUrl, headers: { "X-Api-Key": issued.key } });
await ok("submitCommitment", officer.POST("/api/v1/commitments/{id}/submit", { params: { path } }));
const accepted = await ok("acceptCommitment", api.POST("/api/v1/commitments/{id}/accept", { params: { path }, body: { reason: "It is clear enough." } }));
must(accepted.status === "active", "the commitment is active");

const reportIt = () =>
  officer.POST("/api/v1/commitments/{id}/reports", {
    params: { path, header: { "Idempotency-Key": `walk-${commitment.id}` } },
    body: { asOf: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10), value: 30, narrative: "Thirty posts measure.", reportsCompletion: false },
  });
const report = await ok("reportProgress", reportIt());
const again = await reportIt();
must(again.data?.id === report.id && again.response.headers.get("Idempotency-Replayed") === "true", "asked twice, reported once");
const reports = await ok("listProgressReports", api.GET("/api/v1/commitments/{id}/reports", { params: { path } }));
must(reports.total === 1 && reports.items[0]?.value === 30, "there is one report");

const listed = await ok("listCommitments", api.GET("/api/v1/commitments", { params: { query: { organizationId: own, status: "active", sdgGoal: 3, sort: "-dueDate", limit: 10 } } }));
must(listed.items.length === 1 && listed.items[0]?.id === commitment.id, "the list finds it");
const changed = await ok("listCommitments", api.GET("/api/v1/commitments", { params: { query: { updatedSince: "2099-01-01T00:00:00Z" } } }));
must(changed.items.length === 0, "nothing changed in the future");
const history = await ok("getHistory", api.GET("/api/v1/commitments/{id}/history", { params: { path } }));
must(history.items.some((entry) => entry.event === "progressReported"), `history: ${history.items.at(0)?.text}`);
const flags = await ok("listFlags", api.GET("/api/v1/accountability/flags", { params: { query: { commitmentId: commitment.id, open: true } } }));
must(flags.total === 0, "nothing of it is late");

const refused = await api.POST("/api/v1/organizations", { body: { name: "", type: "22", countryCode: "BD", timeZone: "Asia/Dhaka" } });
must(refused.error?.violations?.[0]?.pointer === "/name", `a refusal says where: ${refused.error?.violations?.[0]?.code}`);
console.log("Walked.");
