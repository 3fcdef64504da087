using System.Reflection;
using System.Runtime.CompilerServices;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Architecture.Tests;

/// <summary>
/// Finds every text, day and number of all requests by reflection, so that a new one cannot be forgotten: each needs a rule that refuses
/// what no database can store before the database is called.
/// </summary>
public sealed class RequestTextTests
{
    /// <summary>Texts that are never stored as they are, and why.</summary>
    private static readonly Dictionary<string, string> NotStored = new()
    {
        ["Cursor"] = "decoded, and refused as request.cursor",
        ["Token"] = "hashed",
        ["Browser"] = "hashed",
        ["ReturnTo"] = "a path of this site, or ignored",
        ["AddEvidence.FileName"] = "converted to a safe name",
        ["LinkFile.Name"] = "converted to a safe name",
        ["StartImport.FileName"] = "replaced by another name unless it is one line",
        ["StartImport.Profile"] = "parsed before it is stored",
        ["UploadImport.FileName"] = "replaced by another name unless it is one line",
        ["RunImport.Profile"] = "parsed before it is stored",
        ["SaveImportProfile.Profile"] = "parsed before it is stored",
        ["VerifyAudit.Head"] = "compared with stored hashes",
    };

    /// <summary>Requests that the program sends itself, with values that it has read or checked before.</summary>
    private static readonly string[] SentInternally =
    [
        "GetCommitmentRecord",
        "GetCommitmentActions",
        "GetCommitmentVoices",
        "GetOverview",
        "GetOutcomesNotTakenUp",
        "GetDialogueRecord",
        "GetOutcomeVoices",
        "RecordAuditVerification",
    ];

    /// <summary>Texts of several lines. All others are one line.</summary>
    private static readonly string[] SeveralLines =
    [
        "ReportProgress.Narrative",
        "ReportProgress.Barriers",
        "AssessCommitment.Narrative",
        "CloseCommitment.Narrative",
        "ChangeTerms.Explanation",
        "WithdrawCommitment.Reason",
        "ReopenCommitment.Reason",
        "ReturnCommitment.Reason",
        "SupersedeCommitment.Reason",
        "HandOverCommitment.Reason",
        "ReopenMilestone.Reason",
        "ReturnProgressReport.Reason",
        "DropDeferredWork.Reason",
        "LeavePartnership.Reason",
        "DissolvePartnership.Reason",
        "CancelHealthCheckRound.Reason",
        "EngagementDraft.Note",
        "SendReportLink.Reason",
        "AcceptCommitment.Reason",
        "AcceptProgressReport.Note",
        "ApproveChangeRequest.Note",
        "RejectChangeRequest.Note",
        "PreviewDecision.Text",
        "CommitmentDraft.Description",
        "CommitmentDraft.TargetGroup",
        "CommitmentDraft.Place",
        "CommitmentDraft.Resources",
        "CommitmentDraft.FundingStatus",
        "CommitmentDraft.Risks",
        "CommitmentDraft.StatedNeed",
        "MeasureDraft.MeansOfVerification",
        "VoiceDraft.Text",
        "ReplyToVoice.Text",
        "HideVoice.Reason",
        "ProposePartnership.Summary",
        "InitiativeDraft.Idea",
        "InitiativeDraft.Need",
        "InitiativeDraft.Offer",
        "InitiativeDraft.Ask",
        "WithdrawInitiative.Reason",
        "AcceptInitiative.Reason",
        "DeclineInitiative.Reason",
        "PreviewInitiativeDecision.Reason",
        "SupportInitiative.Brings",
        "CommentOnInitiative.Text",
        "RaiseConcern.Text",
        "AnswerConcern.Answer",
        "MakePartnership.Summary",
        "AddVocabularyTerm.Description",
        "RenameVocabularyTerm.Description",
        "DialogueDraft.Question",
        "DialogueDraft.Purpose",
        "TakeNote.Text",
        "TakeNoteByLink.Text",
        "SaveNoteDraft.Text",
        "SaveNoteDraftByLink.Text",
        "ParkQuestion.Text",
        "ParkQuestionByLink.Text",
        "AnswerQuestion.Answer",
        "OutcomeDraft.Text",
        "OutcomeDraft.Evidence",
        "StateAgreement.Reason",
        "StateAgreementByLink.Reason",
        "MappedColumn.Column",
        "MappedColumn.Split",
        "MappedWord.Word",
    ];

    private static readonly List<Place> Stored =
    [
        .. Places<string>().Where(place => !NotStored.ContainsKey(place.Name) && !NotStored.ContainsKey(place.Property.Name)),
    ];

    [Fact]
    public void Texts_are_found() => Stored.Count.ShouldBeGreaterThan(100);

    [Fact]
    public void Text_that_no_database_can_store_is_refused()
    {
        foreach (var text in new[] { "a\0b", "a\u001bb", "a\ud800b", "a\udc00", "a\ufffeb" })
            Stored.Where(place => place.CodesFor(text).Count == 0).Select(place => place.ToString()).MustBeNone("Not refused:");
    }

    [Fact]
    public void Every_text_has_a_maximum_length() =>
        Stored
            .Where(place => place.CodesFor(new string('x', 20_000)).Count == 0)
            .Select(place => place.ToString())
            .MustBeNone("Of any length:");

    [Fact]
    public void Every_text_is_one_line_unless_it_is_listed_here()
    {
        foreach (var text in new[] { "a\nb", "a\rb", "a\tb", "a\u2028b" })
        {
            Stored
                .Where(place => !SeveralLines.Contains(place.Name) && place.CodesFor(text).Count == 0)
                .Select(place => place.ToString())
                .MustBeNone("Accepts several lines:");
            Stored
                .Where(place => SeveralLines.Contains(place.Name) && place.CodesFor(text).Count > 0)
                .Select(place => place.ToString())
                .MustBeNone("Accepts one line only:");
        }

        SeveralLines.Except(Stored.Select(place => place.Name)).MustBeNone("No text of a request any more:");
    }

    [Fact]
    public void Every_day_is_in_range()
    {
        List<Place> days = [.. Places<DateOnly>(), .. Places<DateOnly?>()];
        days.Count.ShouldBeGreaterThan(10);
        foreach (var day in new[] { new DateOnly(1899, 12, 31), new DateOnly(2201, 1, 1), DateOnly.MaxValue })
            days.Where(place => !place.CodesFor(day).Contains("form.date")).Select(place => place.ToString()).MustBeNone("Accepted:");
        foreach (var day in new[] { new DateOnly(1900, 1, 1), new DateOnly(2200, 12, 31) })
            days.Where(place => place.CodesFor(day).Contains("form.date")).Select(place => place.ToString()).MustBeNone("Refused:");
    }

    [Fact]
    public void Every_number_fits_its_column()
    {
        List<Place> numbers = [.. Places<decimal>(), .. Places<decimal?>()];
        numbers.Count.ShouldBeGreaterThan(10);
        string[] refusals = ["form.numberTooLarge", "form.between"];
        foreach (var number in new[] { Limits.Number + 1, -Limits.Number - 1, decimal.MaxValue, decimal.MinValue })
            numbers
                .Where(place => !place.CodesFor(number).Intersect(refusals).Any())
                .Select(place => place.ToString())
                .MustBeNone("Accepted:");
    }

    private static IEnumerable<Place> Places<T>() =>
        Solution
            .Application.Types()
            .Where(type =>
                !type.IsInterface
                && !type.IsAbstract
                && !SentInternally.Contains(type.Name)
                && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))
            )
            .SelectMany(type => PlacesIn(type, "", typeof(T)).Select(found => new Place(type, found.Path, found.Property)));

    private static IEnumerable<(string Path, PropertyInfo Property)> PlacesIn(Type type, string path, Type wanted)
    {
        foreach (var property in Properties(type))
        {
            var isList = ItemOf(property.PropertyType) is not null;
            var (here, of) = (path + property.Name + (isList ? "[0]" : ""), ItemOf(property.PropertyType) ?? property.PropertyType);
            if (of == wanted)
                yield return (here, property);
            else if (IsOurs(of))
                foreach (var deeper in PlacesIn(of, here + ".", wanted))
                    yield return deeper;
        }
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract" && FieldOf(p) is not null);

    private static FieldInfo? FieldOf(PropertyInfo property) =>
        property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance);

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static bool IsOurs(Type type) =>
        type is { IsClass: true, Namespace: { } space } && space.StartsWith("PartnershipTracker", StringComparison.Ordinal);

    /// <summary>Where a value is in a request.</summary>
    private sealed record Place(Type Request, string Path, PropertyInfo Property)
    {
        public string Name => $"{Property.DeclaringType!.Name}.{Property.Name}";

        public override string ToString() => $"{Request.Name}: {Path}";

        /// <returns>The codes with which the request is refused at this place for this value.</returns>
        public List<string> CodesFor(object value)
        {
            var request = Make(Request, "", value);
            return
            [
                .. Solution
                    .Application.Types()
                    .Where(t =>
                        !t.IsAbstract && !t.ContainsGenericParameters && typeof(IValidator<>).MakeGenericType(Request).IsAssignableFrom(t)
                    )
                    .SelectMany(t => Validator(t).Validate(new ValidationContext<object>(request)).Errors)
                    .Where(e => e.PropertyName == Path)
                    .Select(e => e.ErrorCode),
            ];
        }

        /// <summary>Some validators ask the vocabularies, which here have one term.</summary>
        private static IValidator Validator(Type type) =>
            (IValidator)(
                type.GetConstructor([typeof(IVocabulary)]) is { } asking ? asking.Invoke([new OneTerm()]) : Activator.CreateInstance(type)!
            );

        private object Make(Type type, string path, object value)
        {
            var made = RuntimeHelpers.GetUninitializedObject(type);
            foreach (var property in Properties(type))
            {
                var item = ItemOf(property.PropertyType);
                var (here, of) = (path + property.Name + (item is null ? "" : "[0]"), item ?? property.PropertyType);
                var inside =
                    here == Path ? value
                    : of == typeof(string) ? "a"
                    : IsOurs(of) ? Make(of, here + ".", value)
                    : null;
                if (inside is null)
                    continue;
                if (item is not null)
                {
                    var list = Array.CreateInstance(item, 1);
                    list.SetValue(inside, 0);
                    inside = list;
                }

                FieldOf(property)!.SetValue(made, inside);
            }

            return made;
        }
    }

    private sealed class OneTerm : IVocabulary
    {
        public IReadOnlyList<Term> All(VocabularyKind kind) => [new Term(kind, "known", "Known", null, 1, IsRetired: false)];

        public Term? Find(VocabularyKind kind, string code) => All(kind).FirstOrDefault(term => term.Code == code);

        public ValueTask RefreshAsync(CancellationToken ct) => ValueTask.CompletedTask;

        public void Forget()
        {
            // Nothing is kept.
        }
    }
}
