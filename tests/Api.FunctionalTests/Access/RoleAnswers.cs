namespace PartnershipTracker.Api.FunctionalTests.Access;

/// <summary>What the roles are answered by endpoints of the usual kinds.</summary>
internal static class RoleAnswers
{
    // In the order of the callers of EveryEndpointTests: one answer, or three for the data of the own organization, a partner and a
    // stranger. "ok" is the success status of the row.
    public const string Everybody = "ok ok ok ok ok ok ok ok",
        AnyoneSignedIn = "ok ok ok ok ok ok ok 401",
        ReadsCommitment = "ok ok ok ok/ok/404 ok/ok/404 404 404 401",
        ReadsOrganization = "ok ok ok ok/ok/404 ok/ok/404 ok/404/404 ok/404/404 401",
        Administers = "ok 403 403 403 403 403 403 401",
        Verifies = "ok ok ok 403 403 403 403 401",
        ManagesOwn = "ok 403 403 ok/404/404 403 403 403 401",
        ManagesPeople = "ok 403 403 ok/403/404 403 403 403 401",
        ManagesOwnPeople = "ok 403 403 ok 403 403 403 401",
        SeesOwnPeople = "ok 403 403 ok/404/404 403 403 403 401",
        Drafts = "ok 403 403 ok/403/404 ok/403/404 403 403 401",
        Submits = "ok 403 403 ok/403/404 403 403 403 401",
        Judges = "ok 403 403/ok/ok 403 403 403 403 401";
}
