namespace PartnershipTracker.Bench;

/// <summary>What is measured, with how many commitments, and where.</summary>
/// <param name="Connection">PostgreSQL only: a connection string of a user who may create databases.</param>
/// <param name="Folder">Where generated files are kept between runs.</param>
internal sealed record BenchOptions(
    IReadOnlyList<int> Commitments,
    IReadOnlyList<string> Only,
    DatabaseProvider Provider,
    string? Connection,
    string Folder
)
{
    public static readonly string Usage = $"""
        dotnet run -c Release --project bench -- [options]
          --commitments 100000,1000000    sizes to measure (default: both)
          --only list,sweep               of: {string.Join(", ", Benchmarks.Parts.Keys)} (default: all)
          --database Sqlite|PostgreSql    default: Sqlite
          --connection TEXT               PostgreSQL only: a user who may create databases
          --folder PATH                   where generated databases are kept (default: below the system's temporary folder)
        """;

    /// <exception cref="ArgumentException">An option or its value is unknown.</exception>
    public static BenchOptions Parse(string[] args)
    {
        var folder = Path.Combine(Path.GetTempPath(), "partnershiptracker-bench");
        var options = new BenchOptions([100_000, 1_000_000], [.. Benchmarks.Parts.Keys], DatabaseProvider.Sqlite, null, folder);
        foreach (var pair in args.Chunk(2))
        {
            if (pair is not [var name, var value])
                throw new ArgumentException($"{pair[0]} needs a value.");
            options = name switch
            {
                "--commitments" => options with
                {
                    Commitments = [.. value.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))],
                },
                "--only" => options with { Only = value.Split(',') },
                "--database" => options with { Provider = Enum.Parse<DatabaseProvider>(value, ignoreCase: true) },
                "--connection" => options with { Connection = value },
                "--folder" => options with { Folder = value },
                _ => throw new ArgumentException($"There is no option '{name}'."),
            };
        }

        if (options.Only.Except(Benchmarks.Parts.Keys).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"There is no part '{unknown}'.");
        if (options.Provider == DatabaseProvider.PostgreSql && options.Connection is null)
            throw new ArgumentException("PostgreSql needs --connection.");
        return options;
    }
}
