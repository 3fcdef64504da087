namespace PartnershipTracker.TestKit;

/// <summary>What a page or an answer of the API costs.</summary>
/// <param name="Commands">The SQL commands, with those that find the caller.</param>
/// <param name="Bytes">The length of the body as it is sent.</param>
public sealed record PageCost(string Path, int Commands, int Bytes)
{
    public const int MaxCommands = 8;
    public const int MaxBytes = 150_000;

    public bool IsTooMuch => Commands > MaxCommands || Bytes > MaxBytes;

    /// <param name="readers">Several read the same; the larger numbers count.</param>
    /// <exception cref="HttpRequestException">A reader may not read it.</exception>
    public static async Task<PageCost> OfAsync(string path, SqlLog sql, params HttpClient[] readers)
    {
        var cost = new PageCost(path, 0, 0);
        foreach (var reader in readers)
        {
            byte[] body = [];
            var commands = await sql.During(async () => body = await reader.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
            cost = new PageCost(path, Math.Max(cost.Commands, commands.Count), Math.Max(cost.Bytes, body.Length));
        }

        return cost;
    }
}
