using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <param name="AsOf">The day it speaks of, never in the future.</param>
[Needs(Right.Review)]
public sealed record AssessCommitment(CommitmentId CommitmentId, CompletionLevel Level, string Narrative, DateOnly AsOf) : IRequest<AssessmentDetails>;

internal sealed class AssessCommitmentValidator : AbstractValidator<AssessCommitment>
{
    public AssessCommitmentValidator()
    {
        RuleFor(a => a.Level).Known();
        RuleFor(a => a.Narrative).Required(8000);
        RuleFor(a => a.AsOf).NotEmpty().Say("form.required");
    }
}

internal sealed class AssessCommitmentHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<AssessCommitment, AssessmentDetails>
{
    public async Task<AssessmentDetails> Handle(AssessCommitment command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustNotBeAParty(commitment);
        var assessment = commitment.Assess(command.Level, command.Narrative, command.AsOf, await moments.OfAsync(commitment.OrganizationId, ct));
        db.Assessments.Add(assessment);
        await db.SaveChangesAsync(ct);
        return new AssessmentDetails { Id = assessment.Id.Value, Level = assessment.Level, Narrative = assessment.Narrative, AsOf = assessment.AsOf, At = assessment.At };
    }
}

/// <summary>A reviewer's own judgement, apart from what the partner claims.</summary>
public sealed record AssessmentDetails
{
    public Guid Id { get; init; }

    /// <summary>Levels of the OGP Independent Reporting Mechanism.</summary>
    public CompletionLevel Level { get; init; }

    public string Narrative { get; init; } = "";

    public DateOnly AsOf { get; init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset At { get; init; }
}

internal sealed class AssessmentMaps : Profile
{
    public AssessmentMaps()
    {
        CreateMap<Assessment, AssessmentDetails>();
        CreateMap<AssessmentId, Guid>().ConvertUsing(id => id.Value);
    }
}

/// <summary>The newest first.</summary>
[Needs(Right.Read)]
public sealed record ListAssessments(CommitmentId CommitmentId, int? Limit = null, string? Cursor = null) : IRequest<Page<AssessmentDetails>>, IPaged;

internal sealed class ListAssessmentsValidator : AbstractValidator<ListAssessments>
{
    public ListAssessmentsValidator() => this.Paged();
}

internal sealed class ListAssessmentsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<ListAssessments, Page<AssessmentDetails>>
{
    public async Task<Page<AssessmentDetails>> Handle(ListAssessments query, CancellationToken ct)
    {
        await db.Commitments.VisibleTo(db, user).MustExistAsync(query.CommitmentId, ct);
        return await db.Assessments.Where(a => a.CommitmentId == query.CommitmentId)
            .ToPageAsync(query, a => a.Seq, descending: true, page => page.ProjectTo<AssessmentDetails>(maps), ct);
    }
}
