namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>The filters of a list, which are part of its address. An empty field is no filter.</summary>
internal static class FilterForm
{
    public static Form Of(HttpRequest request)
    {
        var form = new Form();
        foreach (var (field, values) in request.Query)
            form.Set(field, values.Select(value => value ?? ""));
        return form;
    }
}
