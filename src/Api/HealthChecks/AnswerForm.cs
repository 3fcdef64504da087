using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.HealthChecks;

namespace PartnershipTracker.Api.HealthChecks;

/// <summary>The form of a health check: one choice for each statement, whose field has the name of the statement.</summary>
/// <param name="version">The version of the instrument with which the round was opened.</param>
public sealed class AnswerForm(int version) : Form
{
    private const int MaxBytes = 20_000;

    /// <summary>In the order of the page.</summary>
    public override IEnumerable<(string Field, string Message)> Errors => base.Errors.OrderBy(e => Fields.ToList().IndexOf(e.Field));

    /// <summary>In the order of the page.</summary>
    public IReadOnlyList<HealthStatement> Statements { get; } = HealthInstrument.StatementsOf(version);

    public static string FieldOf(HealthStatement statement) => JsonNamingPolicy.CamelCase.ConvertName(statement.ToString());

    /// <summary>What cannot be read becomes an error of the form, so that the page is shown again.</summary>
    public static async Task<AnswerForm> ReadAsync(HttpContext http, int version, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes;
        var form = new AnswerForm(version);
        try
        {
            if (!http.Request.HasFormContentType)
                throw new InvalidDataException();
            var sent = await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = 50, ValueLengthLimit = 1000 }, ct);
            foreach (var statement in form.Statements)
                form.Set(FieldOf(statement), sent[FieldOf(statement)].ToString());
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            form.Add("", Texts.Page("health.answer.unreadable"));
        }

        return form;
    }

    /// <returns>The answers in the order of the statements. They are complete only where <see cref="Form.IsWrong"/> is false.</returns>
    public IReadOnlyList<HealthRating> Ratings()
    {
        var ratings = new List<HealthRating>();
        foreach (var field in Statements.Select(FieldOf))
            if (Enum.TryParse<HealthRating>(this[field], ignoreCase: true, out var rating) && Enum.IsDefined(rating))
                ratings.Add(rating);
            else
                Add(field, Texts.Page("health.answer.missing"));
        return ratings;
    }
}
