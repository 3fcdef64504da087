using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Backups;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Infrastructure.Persistence;
using PartnershipTracker.TestKit;

namespace PartnershipTracker.Application.Tests.Backups;

public sealed class BackupsOnSqlite() : BackupTests(DatabaseProvider.Sqlite);

public sealed class BackupsOnPostgreSql() : BackupTests(DatabaseProvider.PostgreSql);

public abstract class BackupTests(DatabaseProvider provider)
{
    private const string Evidence = "ab/abcdef0000000000000000000000000000000000000000000000000000000000";
    private const string Key = "keys/key-1.xml";
    private readonly string _backup = Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("n"));

    [DatabaseFact]
    public async Task The_database_the_files_and_the_keys_come_back()
    {
        await using var place = await FilledAsync();
        place.Write("ab/unfinished.0123", "still being written");
        var made = await place.BackUpAsync(_backup);
        (made.Files, made.Folder).ShouldBe((3, _backup));
        Directory
            .GetFiles(_backup, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_backup, file))
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                provider == DatabaseProvider.Sqlite ? "database/tracker.db" : "database/tracker.dump",
                "files/" + Evidence,
                "files/" + Key,
                "manifest.json",
            ]);
        Directory
            .GetFileSystemEntries(_backup, "*", SearchOption.AllDirectories)
            .Append(_backup)
            .Where(path => !OperatingSystem.IsWindows() && ((int)File.GetUnixFileMode(path) & 0b111_111) != 0)
            .ShouldBeEmpty("only the program's own user may read a backup");
        Path.Exists(_backup + ".unfinished").ShouldBeFalse();

        await using var other = await Place.MakeEmptyAsync(provider);
        var restored = await other.RestoreAsync(_backup);
        (restored.Backup.Rows, restored.Backup.Files, restored.Kept, restored.NeedsUpgrade).ShouldBe((made.Rows, 3, null, false));
        (await NamesAsync(other.Database)).ShouldBe(["Before"]);
        File.ReadAllText(Path.Combine(other.Files, Evidence)).ShouldBe("evidence");
        File.ReadAllText(Path.Combine(other.Files, Key)).ShouldBe("key");
        await other.StartAsync();
    }

    [DatabaseFact]
    public async Task A_backup_is_written_only_into_a_new_folder_and_nothing_is_left_of_one_that_fails()
    {
        await using var place = await FilledAsync();
        Directory.CreateDirectory(_backup);
        (await place.BackUpAsync(_backup)).Files.ShouldBe(3, "an empty folder is as good as a new one");
        (await Refusal(() => place.BackUpAsync(_backup))).ShouldContain("is not empty");
        (await Refusal(() => place.BackUpAsync(Path.Combine(place.Files, "backup")))).ShouldContain("inside the folder that is backed up");

        var half = _backup + "-2";
        Directory.CreateDirectory(half + ".unfinished");
        (await Refusal(() => place.BackUpAsync(half))).ShouldContain("was broken off");
        Directory.Delete(half + ".unfinished");
        await using var nowhere = await Place.MakeEmptyAsync(provider);
        await Refusal(() => nowhere.BackUpAsync(half));
        Path.Exists(half).ShouldBeFalse();
        Path.Exists(half + ".unfinished").ShouldBeFalse();
    }

    [DatabaseFact]
    public async Task A_database_that_is_not_empty_is_replaced_only_on_request_and_is_kept()
    {
        await using var place = await FilledAsync();
        await place.BackUpAsync(_backup);
        await AddAsync(place.Database, "After");
        place.Write(Evidence, "damaged");

        await place.StartAsync();
        await using (var running = place.Database.Open())
        {
            await running.Database.OpenConnectionAsync();
            (await Refusal(() => place.RestoreAsync(_backup, replace: true))).ShouldContain("first");
        }

        place.Stop();
        ClearPools();
        (await Refusal(() => place.RestoreAsync(_backup))).ShouldContain("--replace");
        (await NamesAsync(place.Database)).ShouldBe(["Before", "After"]);

        // A copy that does not hold what it says is noticed while the old database is still in place.
        ClearPools();
        var manifest = Path.Combine(_backup, "manifest.json");
        var whole = await File.ReadAllTextAsync(manifest);
        await File.WriteAllTextAsync(manifest, whole.Replace("\"Organizations\": 1", "\"Organizations\": 2", StringComparison.Ordinal));
        (await Refusal(() => place.RestoreAsync(_backup, replace: true))).ShouldContain("Organizations has not as many rows");
        (await NamesAsync(place.Database)).ShouldBe(["Before", "After"]);
        await File.WriteAllTextAsync(manifest, whole);

        ClearPools();
        var restored = await place.RestoreAsync(_backup, replace: true);
        await using var kept = TestDatabase.At(provider, restored.Kept.ShouldNotBeNull());
        (await NamesAsync(place.Database)).ShouldBe(["Before"]);
        (await NamesAsync(kept)).ShouldBe(["Before", "After"]);
        File.ReadAllText(Path.Combine(place.Files, Evidence)).ShouldBe("evidence");
        Directory
            .GetFiles(Path.GetDirectoryName(Path.Combine(place.Files, Evidence))!)
            .Select(File.ReadAllText)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["damaged", "evidence"]);
        await place.StartAsync();
    }

    [DatabaseFact]
    public async Task A_damaged_or_foreign_backup_is_refused_before_anything_is_touched()
    {
        await using var place = await FilledAsync();
        await place.BackUpAsync(_backup);
        await using var other = await Place.MakeEmptyAsync(provider);
        (await Refusal(() => other.RestoreAsync(_backup + "-none"))).ShouldContain("holds no backup");

        var manifest = Path.Combine(_backup, "manifest.json");
        var whole = await File.ReadAllTextAsync(manifest);
        foreach (
            var (from, to, sentence) in new[]
            {
                ("{", "", "is damaged"),
                ("\"format\": 1", "\"format\": 2", "has the format 2"),
                ("_Initial\"", "_Later\"", "cannot upgrade it"),
                ($"\"{Name(provider)}\"", $"\"{Name(1 - provider)}\"", "the backup is of"),
                ("\"files/keys/", "\"files/../../keys/", "is damaged"),
            }
        )
        {
            whole.ShouldContain(from);
            await File.WriteAllTextAsync(manifest, whole.Replace(from, to, StringComparison.Ordinal));
            (await Refusal(() => other.RestoreAsync(_backup))).ShouldContain(sentence);
        }

        await File.WriteAllTextAsync(manifest, whole);
        Directory.Exists(other.Files).ShouldBeFalse();
        var evidence = Path.Combine(_backup, "files", Evidence);
        await File.WriteAllTextAsync(evidence, "evidencE");
        (await Refusal(() => other.RestoreAsync(_backup))).ShouldContain($"files/{Evidence} in the backup is damaged");
        File.Delete(evidence);
        (await Refusal(() => other.RestoreAsync(_backup))).ShouldContain($"files/{Evidence} is missing");
        Directory.Exists(other.Files).ShouldBeFalse();
        (await Refusal(() => other.BackUpAsync(_backup + "-2"))).ShouldContain("database");
    }

    private static string Name(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? "sqlite" : "postgreSql";

    private static async Task<string> Refusal<T>(Func<Task<T>> action) => (await Should.ThrowAsync<BackupException>(action)).Message;

    private async Task<Place> FilledAsync()
    {
        var place = await Place.MakeAsync(provider);
        await AddAsync(place.Database, "Before");
        place.Write(Evidence, "evidence");
        place.Write(Key, "key");
        return place;
    }

    private static async Task AddAsync(TestDatabase database, string name)
    {
        await using (var db = database.Open())
        {
            db.Organizations.Add(Organization.Register(new(name, "22", "BD", "Asia/Dhaka")));
            await db.SaveChangesAsync();
        }

        ClearPools();
    }

    private static async Task<List<string>> NamesAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Organizations.OrderBy(o => o.Seq).Select(o => o.Name).ToListAsync();
    }

    /// <summary>Closes pooled connections, as the end of a process does; they would look like a running program.</summary>
    private static void ClearPools()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
    }
}

public sealed class PostgreSqlProgramTests
{
    [PostgreSqlFact]
    public async Task A_program_that_is_not_there_is_named_together_with_its_setting()
    {
        await using var place = await Place.MakeAsync(DatabaseProvider.PostgreSql);
        place.Set(("Backup:PgDump", "/nowhere/pg_dump"));
        var backup = Path.Combine(place.Folder, "backup");
        (await Should.ThrowAsync<BackupException>(() => place.BackUpAsync(backup))).Message.ShouldSatisfyAllConditions(
            sentence => sentence.ShouldContain("/nowhere/pg_dump cannot be run"),
            sentence => sentence.ShouldContain("Backup:PgDump")
        );
        Path.Exists(backup).ShouldBeFalse();
    }
}
