namespace PartnershipTracker.Application.Common;

/// <summary>The access rights: the rows of the role table.</summary>
public enum Right
{
    /// <summary>Read what the caller may see; everything else is reported as not found.</summary>
    Read,

    /// <summary>Request a sign-in link, sign in with it, and see one's own account and sessions.</summary>
    SignIn,

    /// <summary>Manage organizations, partnerships, publishing, imports, schedules and jobs.</summary>
    Administer,

    /// <summary>Draft commitments, report progress, complete milestones and report completion.</summary>
    Contribute,

    /// <summary>
    /// Run health checks of a partnership, and record its community engagement; officers only where their organization is a lead member.
    /// </summary>
    Lead,

    /// <summary>Submit and withdraw commitments, and request changes.</summary>
    Submit,

    /// <summary>Manage contacts, and the API keys and accounts of officers and reporters.</summary>
    ManagePeople,

    /// <summary>Accept or return a commitment, and decide on change requests.</summary>
    Decide,

    /// <summary>Accept or return progress reports, assess and close commitments.</summary>
    Review,

    /// <summary>Propose initiatives, support them, comment on them and raise concerns.</summary>
    Propose,

    /// <summary>Accept or decline initiatives.</summary>
    DecideInitiatives,

    /// <summary>Verify the sealed history.</summary>
    Audit,

    /// <summary>Give a voice on a claim, and invite others to do so.</summary>
    AddVoice,

    /// <summary>Plan and hold dialogues, and make commitments of their outcomes.</summary>
    Organize,

    /// <summary>Use a link without an account. The token in the link decides what is allowed, so everyone may try.</summary>
    UseLink,
}
