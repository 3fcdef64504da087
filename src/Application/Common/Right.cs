namespace PartnershipTracker.Application.Common;

/// <summary>What there is to be allowed: the rows of the role table.</summary>
public enum Right
{
    /// <summary>Read what the caller may see; what they may not see does not exist for them.</summary>
    Read,

    /// <summary>Ask for a link, sign in with it, see who one is and where one is signed in: everybody for themselves, before and after.</summary>
    SignIn,

    /// <summary>Organizations and partnerships, publishing, imports, schedules, jobs.</summary>
    Administer,

    /// <summary>Draft, report progress, complete a milestone, claim completion.</summary>
    Draft,

    /// <summary>Submit, withdraw, ask for a change.</summary>
    Submit,

    /// <summary>Contacts, and the keys and accounts of officers and reporters.</summary>
    ManagePeople,

    /// <summary>Accept or return a commitment, decide on a change.</summary>
    Decide,

    /// <summary>Accept or return a report, assess, close.</summary>
    Review,

    /// <summary>Check that the history is whole.</summary>
    Audit,

    /// <summary>Come with a link that was mailed: the link says who may what, so everybody may try.</summary>
    UseLink,
}
