namespace PartnershipTracker.Application.Common;

/// <summary>The right that a use case needs. A use case without this attribute is refused for every caller, and a test finds it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Right right) : Attribute
{
    public Right Right { get; } = right;
}
