using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Dashboard.Reviews;

/// <summary>The fields of a decision, and what is the same for all of them.</summary>
internal static class DecisionFields
{
    public const string Decision = "decision",
        Accept = "accept",
        Return = "return",
        Reason = "reason",
        Note = "note",
        Check = "check";

    /// <summary>Whether it is accepted; null if nothing was chosen, which is then an error of the form.</summary>
    public static bool? ReadDecision(this Form form)
    {
        if (form[Decision] is Accept or Return)
            return form[Decision] == Accept;
        form.Add(Decision, Texts.Page("decide.choose"));
        return null;
    }

    /// <summary>The same form for the version as it is now. What another person changed is on the page, not in its fields.</summary>
    public static Form At(this Form form, int version)
    {
        var fresh = new Form { Version = version };
        foreach (var field in form.Fields)
            fresh.Set(field, form.All(field));
        return fresh;
    }

    /// <summary>Writes the mail for the button that shows it.</summary>
    /// <returns>Null if it was not asked for, or if something is wrong with the form.</returns>
    public static async Task<DecisionPreview?> PreviewAsync(this Form form, Func<bool, Task<DecisionPreview>> write)
    {
        if (form.Action != Check || form.ReadDecision() is not { } accepts)
            return null;
        try
        {
            return await write(accepts);
        }
        catch (DomainException refusal) when (refusal.Kind is not (RefusalKind.NotFound or RefusalKind.Forbidden))
        {
            form.Add(refusal);
            return null;
        }
        catch (FluentValidation.ValidationException invalid)
        {
            form.Add(invalid.Errors);
            return null;
        }
    }
}
