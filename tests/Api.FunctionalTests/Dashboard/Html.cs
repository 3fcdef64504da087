using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Api.FunctionalTests.Dashboard;

/// <summary>Reads pages as a browser does.</summary>
internal static class Html
{
    public static IHtmlDocument Read(Answer answer) => new HtmlParser().ParseDocument(answer.Text);

    /// <summary>What an input contains; empty if nothing.</summary>
    public static string Value(IDocument page, string field) => page.QuerySelector($"[name='{field}']")!.GetAttribute("value") ?? "";
}
