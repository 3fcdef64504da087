using System.Diagnostics;
using System.Globalization;
using PartnershipTracker.Infrastructure.Persistence;

namespace PartnershipTracker.Bench;

/// <summary>What is measured, on how many commitments, and where.</summary>
/// <param name="Only">Parts to run; empty means all of <see cref="Parts"/>.</param>
/// <param name="Connection">PostgreSQL: a connection string that may create databases.</param>
/// <param name="Folder">Generated files stay here between runs.</param>
/// <param name="Child">A part that runs alone in this process, so that its memory can be told; used by the program itself.</param>
internal sealed record Arguments(
    IReadOnlyList<int> Commitments, IReadOnlyList<string> Only, DatabaseProvider Provider, string? Connection, string Folder, string? Child, bool Clean)
{
    public static readonly IReadOnlyList<string> Parts = ["sweep", "list", "overview", "history", "depth", "http", "pages", "import"];

    public const string Usage = """
        dotnet run -c Release --project bench -- [options]
          --commitments 100000,1000000   sizes to measure (default both)
          --only sweep,list              of: sweep, list, overview, history, depth, http, pages, import (default all)
          --database Sqlite|PostgreSql   default Sqlite
          --connection TEXT              PostgreSQL server, as a user who may create databases
          --folder PATH                  where generated databases are kept (default: a folder below the system's temporary one)
          --processor-time               times processor time instead of the clock on the wall: for a machine that is not quiet (not import, http)
          --clean                        remove the generated databases at the end
        """;

    public bool Runs(string part) => Only.Count == 0 || Only.Contains(part);

    /// <exception cref="ArgumentException">An option is unknown or its value makes no sense.</exception>
    public static Arguments Parse(string[] args)
    {
        var parsed = new Arguments([100_000, 1_000_000], [], DatabaseProvider.Sqlite, null, Path.Combine(Path.GetTempPath(), "partnershiptracker-bench"), null, false);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--clean")
            {
                parsed = parsed with { Clean = true };
                continue;
            }

            if (args[i] == "--processor-time")
            {
                Sample.ByProcessorTime = true;
                continue;
            }

            var value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"{args[i]} needs a value.");
            parsed = args[i++] switch
            {
                "--commitments" => parsed with { Commitments = [.. Split(value).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).Order()] },
                "--only" => parsed with { Only = [.. Split(value).Select(p => Parts.Contains(p) ? p : throw new ArgumentException($"There is no part '{p}'."))] },
                "--database" => parsed with { Provider = Enum.Parse<DatabaseProvider>(value, ignoreCase: true) },
                "--connection" => parsed with { Connection = value },
                "--folder" => parsed with { Folder = value },
                "--child" => parsed with { Child = value },
                var unknown => throw new ArgumentException($"There is no option '{unknown}'."),
            };
        }

        return parsed.Provider == DatabaseProvider.Sqlite || parsed.Connection is not null ? parsed : throw new ArgumentException("PostgreSql needs --connection.");
    }

    /// <summary>This program again, to do one thing in a process of its own.</summary>
    public Process StartChild(string child, int commitments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] own = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Results).Assembly.Location] : [];
        string[] database = Connection is { } connection ? ["--database", Provider.ToString(), "--connection", connection] : [];
        foreach (var arg in own.Concat(["--child", child, "--commitments", commitments.ToString(CultureInfo.InvariantCulture), "--folder", Folder, .. database])) start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }

    private static string[] Split(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
