namespace PartnershipTracker.Domain.Commitments;

/// <summary>The 20 ingredients of a clear commitment, in the order of the word SMART.</summary>
public enum SmartIngredient
{
    ActionAndObject,
    AccountableOrganization,
    ContactPerson,
    TargetGroup,
    Place,
    RoleInPartnership,
    Indicator,
    Unit,
    BaselineValue,
    BaselineDate,
    TargetValue,
    MeansOfVerification,
    CostOrResources,
    FundingStatus,
    DependenciesOrRisks,
    SdgTarget,
    PillarThemeOrNeed,
    StartDate,
    DueDate,
    DatedMilestone,
}
