namespace PartnershipTracker.Application.Common;

/// <param name="Code">Stable.</param>
public sealed record Remark(string Code, string Text)
{
    public static Remark Of(string code) => new(code, Texts.Error(code));
}
