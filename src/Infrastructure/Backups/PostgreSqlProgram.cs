using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PartnershipTracker.Application.Backups;

namespace PartnershipTracker.Infrastructure.Backups;

/// <summary>Runs a client program of PostgreSQL. The connection is given by environment variables, which other users cannot read.</summary>
internal sealed class PostgreSqlProgram
{
    private const string DebianVersions = "/usr/lib/postgresql";
    private readonly string _path;
    private readonly string _setting;

    private PostgreSqlProgram(string path, string setting) => (_path, _setting) = (path, setting);

    /// <summary>
    /// Finds the configured program; without a setting the one on the PATH, or else the newest one in the folders where Debian installs it.
    /// </summary>
    /// <param name="setting">The setting that names the program, for the refusal.</param>
    public static PostgreSqlProgram Find(string name, string setting, string? configured)
    {
        if (configured is not null)
            return new PostgreSqlProgram(configured, setting);
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name));
        var installed = Directory.Exists(DebianVersions)
            ? Directory
                .GetDirectories(DebianVersions)
                .OrderByDescending(folder =>
                    int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0
                )
                .Select(folder => Path.Combine(folder, "bin", name))
            : [];
        return new PostgreSqlProgram(onPath.Concat(installed).FirstOrDefault(File.Exists) ?? name, setting);
    }

    /// <exception cref="BackupException">The program does not exist, or failed; the message ends with what it wrote.</exception>
    public async Task RunAsync(NpgsqlConnectionStringBuilder server, string database, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(_path, arguments) { RedirectStandardError = true };
        foreach (var (name, value) in Variables(server, database))
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            var errors = await process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0)
                throw new BackupException($"{Path.GetFileName(_path)} failed: {errors.Trim().ReplaceLineEndings(" ")}");
        }
        catch (Win32Exception e)
        {
            throw new BackupException(
                $"{_path} cannot be run ({e.Message}): install the client programs of PostgreSQL, or set {_setting}."
            );
        }
    }

    /// <summary>The variables of libpq that mean the same as the connection string.</summary>
    private static IEnumerable<(string Name, string Value)> Variables(NpgsqlConnectionStringBuilder server, string database)
    {
        yield return ("PGDATABASE", database);
        yield return ("PGPORT", server.Port.ToString(CultureInfo.InvariantCulture));
        yield return ("PGSSLMODE", SslMode(server.SslMode));
        (string Name, string? Value)[] optional =
        [
            ("PGHOST", server.Host),
            ("PGUSER", server.Username),
            ("PGPASSWORD", server.Password),
            ("PGPASSFILE", server.Passfile),
            ("PGSSLROOTCERT", server.RootCertificate),
            ("PGSSLCERT", server.SslCertificate),
            ("PGSSLKEY", server.SslKey),
        ];
        foreach (var (name, value) in optional)
            if (!string.IsNullOrEmpty(value))
                yield return (name, value);
    }

    private static string SslMode(SslMode mode) =>
        mode switch
        {
            Npgsql.SslMode.VerifyCA => "verify-ca",
            Npgsql.SslMode.VerifyFull => "verify-full",
            _ => mode.ToString().ToLowerInvariant(),
        };
}
