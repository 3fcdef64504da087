using Microsoft.AspNetCore.Http.Features;
using PartnershipTracker.Api.Dashboard;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Application.Voices.Media;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Api.Voices;

/// <summary>The fields of a voice on a page, with the names of the members in the body of the API; the file is read beside them.</summary>
internal sealed record VoiceForm(
    VoiceStance Stance,
    VoiceShownAs ShownAs,
    string? Text = null,
    string? Language = null,
    string? Label = null,
    string? EvidenceUrl = null,
    string? EvidenceTitle = null,
    bool MayBeRecognized = false
)
{
    public const string Give = "give",
        Withdraw = "withdraw",
        MediaField = "media";

    /// <summary>
    /// Files up to this many times the limit are read, so that the form is shown again with an error and with what was typed.
    /// </summary>
    private const int TooLargeButRead = 5;

    private static readonly FormOptions Options = new()
    {
        MultipartBodyLengthLimit = (MediaCleaner.MaxBytes * TooLargeButRead) + 1_000_000L,
        ValueLengthLimit = 200_000,
        ValueCountLimit = 50,
    };

    /// <summary>What cannot be read becomes an error of the form, so that the page is shown again.</summary>
    public static async Task<Form> ReadAsync(HttpContext http, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = Options.MultipartBodyLengthLimit;
        try
        {
            if (!http.Request.HasFormContentType)
                throw new InvalidDataException();
            var sent = await http.Request.ReadFormAsync(Options, ct);
            var form = new Form { Files = sent.Files };
            foreach (var (field, values) in sent)
                form.Set(field, values.Select(value => value?.Trim() ?? ""));
            return form;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            var form = new Form();
            form.Add("", Texts.Page("link.unreadable", MediaCleaner.MaxMegabytes));
            return form;
        }
    }

    /// <returns>Null if something is wrong; the form then holds what.</returns>
    public static async Task<VoiceDraft?> DraftOfAsync(Form form, CancellationToken ct)
    {
        var fields = form.Read<VoiceForm>();
        var file = form.File(MediaField);
        if (file is not null && file.Length > MediaCleaner.MaxBytes)
            form.Add(
                MediaField,
                Texts.Page("input.file.tooLarge", file.FileName, Format.Size(file.Length), Format.Size(MediaCleaner.MaxBytes))
            );
        if (fields is null || form.IsWrong)
            return null;
        return new VoiceDraft(
            fields.Stance,
            fields.ShownAs,
            fields.Text,
            fields.Language,
            fields.Label,
            fields.EvidenceUrl,
            fields.EvidenceTitle,
            fields.MayBeRecognized,
            file is null ? null : new VoiceFile(await ContentOfAsync(file, ct))
        );
    }

    private static async Task<byte[]> ContentOfAsync(IFormFile file, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }
}
