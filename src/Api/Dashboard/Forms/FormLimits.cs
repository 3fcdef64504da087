using Microsoft.AspNetCore.Http.Features;

namespace PartnershipTracker.Api.Dashboard.Forms;

/// <summary>Marks an endpoint that takes a form, and says how large its files may be.</summary>
/// <param name="MaxFileBytes">Of one file; 0 for a form without files.</param>
internal sealed record FormLimits(long MaxFileBytes)
{
    /// <summary>All files of a form together may be this many times as large as one.</summary>
    private const int Together = 5;

    /// <summary>Twice as much is read, so that the form is shown again with an error and what was typed.</summary>
    private const int TooLargeButRead = 2;
    private const int MaxValueBytes = 1_000_000;

    public long MaxBytesTogether => MaxFileBytes * Together;

    public long MaxBytesRead => (MaxBytesTogether * TooLargeButRead) + MaxValueBytes;

    public FormOptions Options =>
        new()
        {
            MultipartBodyLengthLimit = MaxBytesRead,
            ValueLengthLimit = MaxValueBytes,
            ValueCountLimit = 5_000,
        };
}
