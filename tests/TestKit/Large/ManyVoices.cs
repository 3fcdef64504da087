using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.TestKit;

/// <summary>
/// Many voices on the last progress reports of a commitment, each given with an invitation of its own. All stances, hidden and withdrawn
/// voices and answers repeat after twenty, which is a page.
/// </summary>
public sealed class ManyVoices
{
    /// <summary>So many that each list is longer than a page and than an answer. Other numbers are multiples of a hundred, too.</summary>
    public const int Few = 300;

    private const int MaxClaims = 5;
    private const int Period = 20;

    private readonly CommitmentId _commitment;
    private readonly ProgressReportId _last;

    private ManyVoices(CommitmentId commitment, ProgressReportId last) => (_commitment, _last) = (commitment, last);

    /// <param name="commitment">Accepted, and with at least one progress report that waits for a decision.</param>
    /// <param name="community">The organization of those who speak.</param>
    public static async Task<ManyVoices> MakeAsync(IServiceProvider services, CommitmentId commitment, OrganizationId community, int count)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        ProgressReportId last = default;
        await ManyRows.WriteAsync(
            services,
            async (db, bulk) =>
            {
                var about = await db.Commitments.AsNoTracking().SingleAsync(c => c.Id == commitment);
                var reports = await db
                    .ProgressReports.Where(r => r.CommitmentId == commitment && r.Status == ProgressReportStatus.Submitted)
                    .OrderByDescending(r => r.Seq)
                    .Select(r => new { r.Id, r.AsOf })
                    .Take(MaxClaims)
                    .ToListAsync();
                last = reports[0].Id;
                var circle = new VoiceCircle(community, VoiceCircle.Communities, People: count);
                var voices = new List<Voice>();
                var identities = new List<VoiceIdentity>();
                var invitations = new List<VoiceInvitation>();
                for (var i = 0; i < count; i++)
                {
                    var report = reports[i / 4 % reports.Count];
                    var claim = new VoiceClaim(VoiceClaimKind.ProgressReport, report.Id.Value);
                    var subject = VoiceSubject.Of(about, report.AsOf);
                    var person = new VoicePerson(Secret.HashOf($"{commitment.Value} {i}"), "Encrypted");
                    var (invitation, _) = VoiceInvitation.Make(subject, claim, community, person, "en", now);
                    var voice = Voice.Give(subject, claim, StatementOf(i), circle, now);
                    invitation.Use(voice.Id, now);
                    if (i % 4 == 0)
                        voice.ReplyWith(SampleText.English(300), now);
                    if (i % Period == Period - 1)
                        voice.Hide("It names a child.");
                    voices.Add(voice);
                    identities.Add(new VoiceIdentity(voice, person.Key, person.Encrypted));
                    invitations.Add(invitation);
                    if (i % Period != Period / 2)
                        continue;
                    identities.RemoveAt(identities.Count - 1);
                    voice.Withdraw(now);
                    invitation.Forget(now);
                }

                await bulk.InsertAsync([.. voices, .. identities, .. invitations], [], default);
            },
            Actor.Protected
        );
        return new ManyVoices(commitment, last);
    }

    /// <summary>The addresses of the pages and answers that show voices to the secretariat.</summary>
    /// <param name="get">Reads an answer of the API.</param>
    public async Task<IReadOnlyList<string>> PathsAsync(Func<string, Task<string>> get)
    {
        var page = $"/commitments/{_commitment.Value}";
        var url = "/api/v1" + page;
        var cursor = JsonElement.Parse(await get(url + "/voices")).GetProperty("next").GetString();
        return
        [
            page,
            page + "/voices",
            $"{page}/voices?cursor={cursor}",
            $"{page}/voices?claimId={_last.Value}",
            page + "/voices?stance=disputes",
            page + "/voices?unanswered=true",
            "/voices/unanswered",
            $"{page}/reports/{_last.Value}",
            page + "/assess",
            "/commitments?voices=diverging",
            url,
            url + "/voices",
            $"{url}/voices?cursor={cursor}",
            $"{url}/voices?claimId={_last.Value}",
            url + "/voices?stance=partly",
            url + "/voices?unanswered=true",
            "/api/v1/voices/unanswered",
            url + "/history",
            "/api/v1/commitments?voices=diverging",
        ];
    }

    /// <summary>The pages and answers of the community organization.</summary>
    public static IReadOnlyList<string> PathsOfCommunity =>
        ["/voices", "/voices/invitations", "/api/v1/voices/claims", "/api/v1/voices/invitations"];

    private static VoiceStatement StatementOf(int i) =>
        new(
            (VoiceStance)(i % 4),
            (VoiceShownAs)(i % 3),
            i % 2 == 0 ? SampleText.Bengali(240) : SampleText.English(400),
            i % 2 == 0 ? "bn" : "en",
            "Community health worker",
            i % 5 == 0 ? "https://example.org/register-of-october.pdf" : null,
            i % 5 == 0 ? "Register of October" : null
        );
}
