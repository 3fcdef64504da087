namespace PartnershipTracker.Application.Common;

/// <param name="Code">A code that does not change between versions.</param>
public sealed record Remark(string Code, string Text)
{
    public static Remark Of(string code) => new(code, Texts.Error(code));
}
