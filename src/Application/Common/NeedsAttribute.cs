namespace PartnershipTracker.Application.Common;

/// <summary>Names the right a use case needs. One without it is refused to everybody, and fails a test.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Right right) : Attribute
{
    public Right Right { get; } = right;
}
