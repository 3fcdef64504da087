namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>Leads to a page of ours by GET, so that reloading it sends nothing again.</summary>
internal sealed class SeeOtherResult(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
