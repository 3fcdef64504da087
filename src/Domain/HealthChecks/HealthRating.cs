namespace PartnershipTracker.Domain.HealthChecks;

/// <summary>The answer to a statement. The number of an agreement is its value on the scale, 1 to 5.</summary>
public enum HealthRating
{
    /// <summary>Not on the scale: counted apart, and in no middle value.</summary>
    CannotSay = 0,
    StronglyDisagree = 1,
    Disagree = 2,
    Neither = 3,
    Agree = 4,
    StronglyAgree = 5,
}
