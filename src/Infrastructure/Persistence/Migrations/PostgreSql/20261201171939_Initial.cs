using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace PartnershipTracker.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Ids that SQL gives, in the order of time like those of Guid.CreateVersion7.
            migrationBuilder.Sql("""
                CREATE FUNCTION uuid7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
                    SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
                        PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
                $$;
                """);

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Prefix = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IssuedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    RetiresAt = table.Column<long>(type: "bigint", nullable: true),
                    LastUsedAt = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "AuditVerifications",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpectedHead = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: true),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    ToRead = table.Column<long>(type: "bigint", nullable: false),
                    Read = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Result = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditVerifications", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Calendars",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    CreatorKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatorId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatorRole = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatorOrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calendars", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "CommitmentVersions",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<long>(type: "bigint", nullable: false),
                    ValidTo = table.Column<long>(type: "bigint", nullable: true),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Pillar = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    Themes = table.Column<string>(type: "text", nullable: false),
                    SdgTargets = table.Column<string>(type: "text", nullable: false),
                    CountryCodes = table.Column<string>(type: "text", nullable: false),
                    DueDate = table.Column<DateOnly>(type: "date", nullable: true),
                    OriginalDueDate = table.Column<DateOnly>(type: "date", nullable: true),
                    TimesMoved = table.Column<int>(type: "integer", nullable: false),
                    DaysSlipped = table.Column<int>(type: "integer", nullable: false),
                    ReportedCompleteOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AssessedLevel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WasAccepted = table.Column<bool>(type: "boolean", nullable: false),
                    EndedOverdueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SmartScore = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: false),
                    SmartLevel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReportingFrequency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OverdueAt = table.Column<long>(type: "bigint", nullable: true),
                    ReportDueAt = table.Column<long>(type: "bigint", nullable: true),
                    ReviewDueAt = table.Column<long>(type: "bigint", nullable: true),
                    OffTrackAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitmentVersions", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "DeferredWork",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Lane = table.Column<Guid>(type: "uuid", nullable: true),
                    Priority = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    NextTryAt = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LastTriedAt = table.Column<long>(type: "bigint", nullable: true),
                    Owner = table.Column<Guid>(type: "uuid", nullable: true),
                    ClaimedUntil = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    ParkedAt = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeferredWork", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Flags",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: true),
                    OutcomeId = table.Column<Guid>(type: "uuid", nullable: true),
                    OutcomeStepId = table.Column<Guid>(type: "uuid", nullable: true),
                    MilestoneId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueDate = table.Column<DateOnly>(type: "date", nullable: false),
                    DueDateVersion = table.Column<int>(type: "integer", nullable: false),
                    OverdueAt = table.Column<long>(type: "bigint", nullable: false),
                    RaisedAt = table.Column<long>(type: "bigint", nullable: false),
                    ClearedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClearedBecause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Flags", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Heartbeats",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Heartbeats", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ActorKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Event = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: true),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: true),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: true),
                    Data = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Record = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SealedAt = table.Column<long>(type: "bigint", nullable: true),
                    Number = table.Column<long>(type: "bigint", nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyRecords",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Caller = table.Column<Guid>(type: "uuid", nullable: false),
                    Route = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C"),
                    RequestHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Location = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    ETag = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Body = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyRecords", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "ImportProfiles",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    NameKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false, collation: "C"),
                    Profile = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SavedByKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SavedById = table.Column<Guid>(type: "uuid", nullable: true),
                    SavedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportProfiles", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    StoredFile = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Profile = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DryRun = table.Column<bool>(type: "boolean", nullable: false),
                    RequestsChanges = table.Column<bool>(type: "boolean", nullable: false),
                    ActorKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    LastLine = table.Column<int>(type: "integer", nullable: false),
                    Imported = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    Revised = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    Warnings = table.Column<int>(type: "integer", nullable: false),
                    Preview = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IsUndo = table.Column<bool>(type: "boolean", nullable: false),
                    UndoneByKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    UndoneById = table.Column<Guid>(type: "uuid", nullable: true),
                    UndoStep = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UndoneUpTo = table.Column<long>(type: "bigint", nullable: false),
                    Removed = table.Column<int>(type: "integer", nullable: false),
                    Kept = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: true),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    FailureCode = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FailureDetail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Seq);
                    table.UniqueConstraint("AK_Imports_Id", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Mails",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Recipient = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Html = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    HoldsKey = table.Column<bool>(type: "boolean", nullable: false),
                    IsErasedWhenSent = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: true),
                    SentAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mails", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rung = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    PersonKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    MailId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    NameKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false, collation: "C"),
                    Type = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Sector = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CountryCode = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true, collation: "C"),
                    TimeZone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Identifier = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Website = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SourceId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    IsCommunity = table.Column<bool>(type: "boolean", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Seq);
                    table.UniqueConstraint("AK_Organizations_Id", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Partnerships",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    NameKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false, collation: "C"),
                    Summary = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Pillars = table.Column<string>(type: "text", nullable: false),
                    Themes = table.Column<string>(type: "text", nullable: false),
                    CountryCodes = table.Column<string>(type: "text", nullable: false),
                    SdgTargets = table.Column<string>(type: "text", nullable: false),
                    StartDate = table.Column<DateOnly>(type: "date", nullable: false),
                    EndDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsPublished = table.Column<bool>(type: "boolean", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: true),
                    HealthCheckMonths = table.Column<int>(type: "integer", nullable: true),
                    HealthChecksFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Partnerships", x => x.Seq);
                    table.UniqueConstraint("AK_Partnerships_Id", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReportSchedules",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Frequency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DayOfWeek = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    DayOfMonth = table.Column<int>(type: "integer", nullable: true),
                    Hour = table.Column<int>(type: "integer", nullable: false),
                    TimeZone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Recipients = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Filter = table.Column<string>(type: "text", nullable: false),
                    NextRunAt = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSchedules", x => x.Seq);
                    table.UniqueConstraint("AK_ReportSchedules_Id", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SecurityEvents",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    ApiKeyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Network = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecurityEvents", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "SignInRequests",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    AddressHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    BrowserHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Network = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false, collation: "C"),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    CodeHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    ReturnTo = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    MailId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UsedAt = table.Column<long>(type: "bigint", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInRequests", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    NameKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true, collation: "C"),
                    TimeZone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    StakeholderGroup = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    IsEarlyCareer = table.Column<bool>(type: "boolean", nullable: false),
                    IsCareerKnown = table.Column<bool>(type: "boolean", nullable: false),
                    NextDigestAt = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    DeactivatedAt = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Seq);
                    table.UniqueConstraint("AK_Users_Id", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VocabularyTerms",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Description = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    RetiredAt = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VocabularyTerms", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "VoiceIdentities",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    VoiceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Encrypted = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoiceIdentities", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "VoiceSalts",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Encrypted = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoiceSalts", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "ImportItems",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Field = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Args = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsWarning = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportItems", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_ImportItems_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Contacts",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true, collation: "C"),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contacts", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_Contacts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Webhooks",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    Description = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    EventNames = table.Column<string>(type: "text", nullable: false),
                    OwnerEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    Secret = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PreviousSecret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PreviousSecretUntil = table.Column<long>(type: "bigint", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DisabledBecause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    FailingSince = table.Column<long>(type: "bigint", nullable: true),
                    RestsUntil = table.Column<long>(type: "bigint", nullable: true),
                    Seen = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Webhooks", x => x.Seq);
                    table.UniqueConstraint("AK_Webhooks_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Webhooks_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Dialogues",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    TitleKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false, collation: "C"),
                    Question = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    Purpose = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    Link = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    StartsAt = table.Column<long>(type: "bigint", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Groups = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: true),
                    TakeUpBy = table.Column<DateOnly>(type: "date", nullable: true),
                    TakeUpEndsAt = table.Column<long>(type: "bigint", nullable: true),
                    SweepPutOffUntil = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dialogues", x => x.Seq);
                    table.UniqueConstraint("AK_Dialogues_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Dialogues_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Dialogues_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HealthCheckRounds",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Period = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpensAt = table.Column<long>(type: "bigint", nullable: false),
                    ClosesAt = table.Column<long>(type: "bigint", nullable: false),
                    InstrumentVersion = table.Column<int>(type: "integer", nullable: false),
                    Invited = table.Column<int>(type: "integer", nullable: false),
                    Answers = table.Column<int>(type: "integer", nullable: false),
                    RemindedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    CancelledAt = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthCheckRounds", x => x.Seq);
                    table.UniqueConstraint("AK_HealthCheckRounds_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HealthCheckRounds_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Members",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    JoinedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Members", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_Members_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Members_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartnershipTopics",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnershipTopics", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_PartnershipTopics_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountabilityReports",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AsOf = table.Column<long>(type: "bigint", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Recipients = table.Column<int>(type: "integer", nullable: false),
                    Snapshot = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Html = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountabilityReports", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_AccountabilityReports_ReportSchedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "ReportSchedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Device = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    LastSeenAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_Sessions_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WebhookId = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Event = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: true),
                    FlagId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    LastAttemptAt = table.Column<long>(type: "bigint", nullable: true),
                    LastStatus = table.Column<int>(type: "integer", nullable: true),
                    LastFault = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_WebhookDeliveries_Webhooks_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "Webhooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DialogueParticipants",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    NameKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false, collation: "C"),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, collation: "C"),
                    Organization = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    Group = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    SpokesFor = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    InvitedAt = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    LinkExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    MailId = table.Column<Guid>(type: "uuid", nullable: false),
                    RemovedAt = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DialogueParticipants", x => x.Seq);
                    table.UniqueConstraint("AK_DialogueParticipants_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DialogueParticipants_Dialogues_DialogueId",
                        column: x => x.DialogueId,
                        principalTable: "Dialogues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DialogueSegments",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DialogueSegments", x => x.Seq);
                    table.UniqueConstraint("AK_DialogueSegments_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DialogueSegments_Dialogues_DialogueId",
                        column: x => x.DialogueId,
                        principalTable: "Dialogues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Outcomes",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    Evidence = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    EvidenceUrl = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outcomes", x => x.Seq);
                    table.UniqueConstraint("AK_Outcomes_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Outcomes_Dialogues_DialogueId",
                        column: x => x.DialogueId,
                        principalTable: "Dialogues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HealthCheckInvitations",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Sector = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    ReminderHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    MailId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsAnswered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthCheckInvitations", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_HealthCheckInvitations_HealthCheckRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "HealthCheckRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HealthTallies",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Sector = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Statement = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rating = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthTallies", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_HealthTallies_HealthCheckRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "HealthCheckRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DialogueRooms",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: false),
                    SegmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Place = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DialogueRooms", x => x.Seq);
                    table.UniqueConstraint("AK_DialogueRooms_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DialogueRooms_DialogueSegments_SegmentId",
                        column: x => x.SegmentId,
                        principalTable: "DialogueSegments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Commitments",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    TimesMoved = table.Column<int>(type: "integer", nullable: false),
                    DaysSlipped = table.Column<int>(type: "integer", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    WasAccepted = table.Column<bool>(type: "boolean", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    TitleKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false, collation: "C"),
                    Description = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Pillar = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    Themes = table.Column<string>(type: "text", nullable: false),
                    StartDate = table.Column<DateOnly>(type: "date", nullable: true),
                    DueDate = table.Column<DateOnly>(type: "date", nullable: true),
                    DueDateKey = table.Column<DateOnly>(type: "date", nullable: false),
                    OriginalDueDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Measure_Indicator = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Measure_Unit = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Measure_BaselineDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Measure_MeansOfVerification = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Measure_Baseline = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    Measure_Target = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    ReportingFrequency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Funding_Currency = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Funding_Paid = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    Funding_Amount = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    SourceId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: true),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: true),
                    OutcomeId = table.Column<Guid>(type: "uuid", nullable: true),
                    OutcomeStepId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosingNarrative = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReopenedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReopeningId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReturnReason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SuccessorId = table.Column<Guid>(type: "uuid", nullable: true),
                    SmartScore = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: false),
                    SmartLevel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SdgTargets = table.Column<string>(type: "text", nullable: false),
                    CountryCodes = table.Column<string>(type: "text", nullable: false),
                    DueDateVersion = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: true),
                    OverdueAt = table.Column<long>(type: "bigint", nullable: true),
                    ReportDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReportDueAt = table.Column<long>(type: "bigint", nullable: true),
                    ReviewDueAt = table.Column<long>(type: "bigint", nullable: true),
                    ReviewDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    OffTrackAt = table.Column<long>(type: "bigint", nullable: true),
                    OffTrackOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SweepAt = table.Column<long>(type: "bigint", nullable: true),
                    PeriodsUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    PeriodsRollAt = table.Column<long>(type: "bigint", nullable: true),
                    ActualProgress = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    EndedOverdueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReportedCompleteOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CompletionReportId = table.Column<Guid>(type: "uuid", nullable: true),
                    LastAcceptedValue = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    LastAcceptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AssessedLevel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    AssessedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AwaitsDecisionSince = table.Column<long>(type: "bigint", nullable: true),
                    DecisionDueAt = table.Column<long>(type: "bigint", nullable: true),
                    Salt = table.Column<Guid>(type: "uuid", nullable: true),
                    Context_FundingStatus = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Context_Place = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Context_Resources = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Context_Risks = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Context_StatedNeed = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Context_TargetGroup = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SubmittedBy_Contact = table.Column<Guid>(type: "uuid", nullable: true),
                    SubmittedBy_Key = table.Column<Guid>(type: "uuid", nullable: true),
                    SubmittedBy_Person = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commitments", x => x.Seq);
                    table.UniqueConstraint("AK_Commitments_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Commitments_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Commitments_Outcomes_OutcomeId",
                        column: x => x.OutcomeId,
                        principalTable: "Outcomes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Commitments_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeAgreements",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OutcomeId = table.Column<Guid>(type: "uuid", nullable: false),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: false),
                    Group = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    ActorKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    StatedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeAgreements", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_OutcomeAgreements_Outcomes_OutcomeId",
                        column: x => x.OutcomeId,
                        principalTable: "Outcomes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeSteps",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OutcomeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    LeadId = table.Column<Guid>(type: "uuid", nullable: true),
                    Lead = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeSteps", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_OutcomeSteps_Outcomes_OutcomeId",
                        column: x => x.OutcomeId,
                        principalTable: "Outcomes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DialogueAssignments",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: false),
                    SegmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DialogueAssignments", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_DialogueAssignments_DialogueParticipants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "DialogueParticipants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DialogueAssignments_DialogueRooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "DialogueRooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DialogueNoteDrafts",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    SavedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DialogueNoteDrafts", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_DialogueNoteDrafts_DialogueRooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "DialogueRooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DialogueNotes",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: false),
                    SegmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    ActorKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenAt = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DialogueNotes", x => x.Seq);
                    table.UniqueConstraint("AK_DialogueNotes_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DialogueNotes_DialogueRooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "DialogueRooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DialogueQuestions",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    ActorKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedAt = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DialogueQuestions", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_DialogueQuestions_DialogueRooms_RoomId",
                        column: x => x.RoomId,
                        principalTable: "DialogueRooms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_DialogueQuestions_Dialogues_DialogueId",
                        column: x => x.DialogueId,
                        principalTable: "Dialogues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Narrative = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    ActorKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Salt = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_Assessments_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChangeRequests",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SuccessorId = table.Column<Guid>(type: "uuid", nullable: true),
                    MilestoneId = table.Column<Guid>(type: "uuid", nullable: true),
                    OldDueDate = table.Column<DateOnly>(type: "date", nullable: true),
                    NewDueDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Explanation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Evidence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Target = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    Baseline = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    BaselineDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Weight = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    DropMilestone = table.Column<bool>(type: "boolean", nullable: false),
                    ReportingFrequency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RequestedAt = table.Column<long>(type: "bigint", nullable: false),
                    ReviewDueAt = table.Column<long>(type: "bigint", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedByKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Salt = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledBy_Contact = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledBy_Key = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledBy_Person = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeRequests", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_ChangeRequests_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommitmentCountries",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false, collation: "C"),
                    IsStated = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitmentCountries", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_CommitmentCountries_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommitmentTargets",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    Goal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitmentTargets", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_CommitmentTargets_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CommitmentThemes",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitmentThemes", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_CommitmentThemes_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Engagements",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Community = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    Phase = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Engagements", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_Engagements_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Engagements_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Engagements_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Initiatives",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    TitleKey = table.Column<string>(type: "character varying(320)", maxLength: 320, nullable: false, collation: "C"),
                    Pillar = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Themes = table.Column<string>(type: "text", nullable: false),
                    ThemesKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Idea = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Need = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Offer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Ask = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsByEarlyCareer = table.Column<bool>(type: "boolean", nullable: false),
                    ProposedAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecisionDueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DecisionDueAt = table.Column<long>(type: "bigint", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedByKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DecisionReason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: true),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    SweepPutOffUntil = table.Column<long>(type: "bigint", nullable: true),
                    ProposedBy_Contact = table.Column<Guid>(type: "uuid", nullable: true),
                    ProposedBy_Key = table.Column<Guid>(type: "uuid", nullable: true),
                    ProposedBy_Person = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Initiatives", x => x.Seq);
                    table.UniqueConstraint("AK_Initiatives_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Initiatives_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Initiatives_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Initiatives_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Milestones",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    DueDate = table.Column<DateOnly>(type: "date", nullable: false),
                    OriginalDueDate = table.Column<DateOnly>(type: "date", nullable: false),
                    DueDateVersion = table.Column<int>(type: "integer", nullable: false),
                    Weight = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CompletedAt = table.Column<long>(type: "bigint", nullable: true),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    OverdueAt = table.Column<long>(type: "bigint", nullable: true),
                    SweepAt = table.Column<long>(type: "bigint", nullable: true),
                    TimesMoved = table.Column<int>(type: "integer", nullable: false),
                    DroppedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Salt = table.Column<Guid>(type: "uuid", nullable: true),
                    CompletedBy_Contact = table.Column<Guid>(type: "uuid", nullable: true),
                    CompletedBy_Key = table.Column<Guid>(type: "uuid", nullable: true),
                    CompletedBy_Person = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Milestones", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_Milestones_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Payments",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false, collation: "C"),
                    PaidOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Evidence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    Salt = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_Payments_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgressReports",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Value = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    Narrative = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Barriers = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReportsCompletion = table.Column<bool>(type: "boolean", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: false),
                    ReviewDueAt = table.Column<long>(type: "bigint", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedByKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ReviewNote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: true),
                    Salt = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledBy_Contact = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledBy_Key = table.Column<Guid>(type: "uuid", nullable: true),
                    FiledBy_Person = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressReports", x => x.Seq);
                    table.UniqueConstraint("AK_ProgressReports_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgressReports_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportingPeriods",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportingPeriods", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_ReportingPeriods_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportLinks",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: true),
                    Colleague_Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Colleague_Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, collation: "C"),
                    PassedOnFrom = table.Column<Guid>(type: "uuid", nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    MailId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: true),
                    UsedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: true),
                    HandedOverAt = table.Column<long>(type: "bigint", nullable: true),
                    HandedOverTo = table.Column<Guid>(type: "uuid", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportLinks", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_ReportLinks_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResultMeasures",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Indicator = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    Unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Baseline = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    Value = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResultMeasures", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_ResultMeasures_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResultMeasures_Partnerships_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnerships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Supporters",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Share = table.Column<decimal>(type: "numeric(24,6)", precision: 24, scale: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Supporters", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_Supporters_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Supporters_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VoiceInvitations",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: true),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ClaimId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true, collation: "C"),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PersonKey = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Encrypted = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    VoiceId = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoiceInvitations", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_VoiceInvitations_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VoiceInvitations_Dialogues_DialogueId",
                        column: x => x.DialogueId,
                        principalTable: "Dialogues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Voices",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    DialogueId = table.Column<Guid>(type: "uuid", nullable: true),
                    ScopeId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ClaimId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimAsOf = table.Column<DateOnly>(type: "date", nullable: true),
                    Stance = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true, collation: "C"),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true, collation: "C"),
                    ShownAs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ShowsGroupOnly = table.Column<bool>(type: "boolean", nullable: false),
                    StakeholderGroup = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    EvidenceUrl = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    EvidenceTitle = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    Media_File = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Media_ContentType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Media_Size = table.Column<long>(type: "bigint", nullable: true),
                    GivenAt = table.Column<long>(type: "bigint", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    HiddenBecause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    Reply = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    RepliedAt = table.Column<long>(type: "bigint", nullable: true),
                    NoticeOn = table.Column<DateOnly>(type: "date", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Voices", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_Voices_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Voices_Dialogues_DialogueId",
                        column: x => x.DialogueId,
                        principalTable: "Dialogues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutcomeSources",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OutcomeId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoteId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutcomeSources", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_OutcomeSources_DialogueNotes_NoteId",
                        column: x => x.NoteId,
                        principalTable: "DialogueNotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OutcomeSources_Outcomes_OutcomeId",
                        column: x => x.OutcomeId,
                        principalTable: "Outcomes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "InitiativeComments",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    CommentedAt = table.Column<long>(type: "bigint", nullable: false),
                    By_Contact = table.Column<Guid>(type: "uuid", nullable: true),
                    By_Key = table.Column<Guid>(type: "uuid", nullable: true),
                    By_Person = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativeComments", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_InitiativeComments_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InitiativeConcerns",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    RaisedAt = table.Column<long>(type: "bigint", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    ResolvedAt = table.Column<long>(type: "bigint", nullable: true),
                    By_Contact = table.Column<Guid>(type: "uuid", nullable: true),
                    By_Key = table.Column<Guid>(type: "uuid", nullable: true),
                    By_Person = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativeConcerns", x => x.Seq);
                    table.UniqueConstraint("AK_InitiativeConcerns_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InitiativeConcerns_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InitiativeSupports",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Brings = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsByEarlyCareer = table.Column<bool>(type: "boolean", nullable: false),
                    SupporterKey = table.Column<Guid>(type: "uuid", nullable: false),
                    SupportedAt = table.Column<long>(type: "bigint", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    By_Contact = table.Column<Guid>(type: "uuid", nullable: true),
                    By_Key = table.Column<Guid>(type: "uuid", nullable: true),
                    By_Person = table.Column<Guid>(type: "uuid", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InitiativeSupports", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_InitiativeSupports_Initiatives_InitiativeId",
                        column: x => x.InitiativeId,
                        principalTable: "Initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C"),
                    FileName = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true, collation: "C"),
                    ContentType = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C"),
                    Size = table.Column<long>(type: "bigint", nullable: true),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    AddedAt = table.Column<long>(type: "bigint", nullable: false),
                    CheckedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastCheck = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    IsDead = table.Column<bool>(type: "boolean", nullable: false),
                    Salt = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_Evidence_ProgressReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "ProgressReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EarlierConcernAnswers",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ConcernId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierConcernAnswers", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_EarlierConcernAnswers_InitiativeConcerns_ConcernId",
                        column: x => x.ConcernId,
                        principalTable: "InitiativeConcerns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "Heartbeats",
                columns: new[] { "Id", "At" },
                values: new object[] { 1, 621355968000000000L });

            migrationBuilder.InsertData(
                table: "VocabularyTerms",
                columns: new[] { "Seq", "Code", "Description", "Id", "Kind", "Name", "Position", "RetiredAt", "UpdatedAt", "Version" },
                values: new object[,]
                {
                    { -99L, "advocacy", null, new Guid("0190a000-0000-7000-8000-000000000001"), "Pillar", null, 1, null, 621355968000000000L, 1 },
                    { -98L, "capacityStrengthening", null, new Guid("0190a000-0000-7000-8000-000000000002"), "Pillar", null, 2, null, 621355968000000000L, 1 },
                    { -97L, "knowledgeGenerationAndSharing", null, new Guid("0190a000-0000-7000-8000-000000000003"), "Pillar", null, 3, null, 621355968000000000L, 1 },
                    { -96L, "healthSystemsStrengthening", null, new Guid("0190a000-0000-7000-8000-000000000004"), "Theme", null, 1, null, 621355968000000000L, 1 },
                    { -95L, "leadershipAndGovernance", null, new Guid("0190a000-0000-7000-8000-000000000005"), "Theme", null, 2, null, 621355968000000000L, 1 },
                    { -94L, "nonCommunicableDiseases", null, new Guid("0190a000-0000-7000-8000-000000000006"), "Theme", null, 3, null, 621355968000000000L, 1 },
                    { -93L, "climateAndPlanetaryHealth", null, new Guid("0190a000-0000-7000-8000-000000000007"), "Theme", null, 4, null, 621355968000000000L, 1 },
                    { -92L, "research", null, new Guid("0190a000-0000-7000-8000-000000000008"), "StakeholderGroup", null, 1, null, 621355968000000000L, 1 },
                    { -91L, "policy", null, new Guid("0190a000-0000-7000-8000-000000000009"), "StakeholderGroup", null, 2, null, 621355968000000000L, 1 },
                    { -90L, "practice", null, new Guid("0190a000-0000-7000-8000-000000000010"), "StakeholderGroup", null, 3, null, 621355968000000000L, 1 },
                    { -89L, "multilateral", null, new Guid("0190a000-0000-7000-8000-000000000011"), "StakeholderGroup", null, 4, null, 621355968000000000L, 1 },
                    { -88L, "civilSociety", null, new Guid("0190a000-0000-7000-8000-000000000012"), "StakeholderGroup", null, 5, null, 621355968000000000L, 1 },
                    { -87L, "communities", null, new Guid("0190a000-0000-7000-8000-000000000013"), "StakeholderGroup", null, 6, null, 621355968000000000L, 1 },
                    { -86L, "earlyCareer", null, new Guid("0190a000-0000-7000-8000-000000000014"), "StakeholderGroup", null, 7, null, 621355968000000000L, 1 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccountabilityReports_Id",
                table: "AccountabilityReports",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountabilityReports_ScheduleId",
                table: "AccountabilityReports",
                column: "ScheduleId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Hash",
                table: "ApiKeys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Id",
                table: "ApiKeys",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_OrganizationId",
                table: "ApiKeys",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_CommitmentId",
                table: "Assessments",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_Id",
                table: "Assessments",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditVerifications_Id",
                table: "AuditVerifications",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Calendars_CreatorId",
                table: "Calendars",
                column: "CreatorId");

            migrationBuilder.CreateIndex(
                name: "IX_Calendars_Hash",
                table: "Calendars",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Calendars_Id",
                table: "Calendars",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChangeRequests_CommitmentId_Status",
                table: "ChangeRequests",
                columns: new[] { "CommitmentId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeRequests_Id",
                table: "ChangeRequests",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChangeRequests_Waiting",
                table: "ChangeRequests",
                column: "RequestedAt",
                filter: "\"Status\" = 'Requested'");

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentCountries_Code_CommitmentId",
                table: "CommitmentCountries",
                columns: new[] { "Code", "CommitmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentCountries_CommitmentId_Code",
                table: "CommitmentCountries",
                columns: new[] { "CommitmentId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_DaysSlipped",
                table: "Commitments",
                column: "DaysSlipped",
                filter: "\"DaysSlipped\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_DialogueId",
                table: "Commitments",
                column: "DialogueId",
                filter: "\"DialogueId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_DueDateKey",
                table: "Commitments",
                column: "DueDateKey");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_EndedOverdueOn",
                table: "Commitments",
                column: "EndedOverdueOn",
                filter: "\"EndedOverdueOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_ImportId",
                table: "Commitments",
                column: "ImportId",
                filter: "\"ImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_InitiativeId",
                table: "Commitments",
                column: "InitiativeId",
                filter: "\"InitiativeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OffTrackAt",
                table: "Commitments",
                column: "OffTrackAt",
                filter: "\"OffTrackAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OfOrganization",
                table: "Commitments",
                columns: new[] { "OrganizationId", "DueDateKey", "OverdueAt", "WasAccepted", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OfStatus",
                table: "Commitments",
                columns: new[] { "Status", "DueDate", "OverdueAt", "DueAt", "ReportedCompleteOn", "ClosedOn", "ReportingFrequency", "OrganizationId", "WasAccepted", "EndedOverdueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OutcomeId",
                table: "Commitments",
                column: "OutcomeId",
                filter: "\"OutcomeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OutcomeStepId",
                table: "Commitments",
                column: "OutcomeStepId",
                filter: "\"OutcomeStepId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OverdueAt",
                table: "Commitments",
                column: "OverdueAt",
                filter: "\"OverdueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OverdueById",
                table: "Commitments",
                columns: new[] { "Id", "OverdueAt", "WasAccepted" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_PartnershipId_DueDateKey",
                table: "Commitments",
                columns: new[] { "PartnershipId", "DueDateKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_PartnershipId_SourceId",
                table: "Commitments",
                columns: new[] { "PartnershipId", "SourceId" },
                unique: true,
                filter: "\"SourceId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_PeriodsRollAt",
                table: "Commitments",
                column: "PeriodsRollAt",
                filter: "\"PeriodsRollAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_Pillar_OverdueAt_WasAccepted",
                table: "Commitments",
                columns: new[] { "Pillar", "OverdueAt", "WasAccepted" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_ReportDueAt",
                table: "Commitments",
                column: "ReportDueAt",
                filter: "\"ReportDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_ReportedCompleteOn",
                table: "Commitments",
                column: "ReportedCompleteOn",
                filter: "\"ReportedCompleteOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_ReportsOfOrganization",
                table: "Commitments",
                columns: new[] { "OrganizationId", "ReportDueAt" },
                filter: "\"ReportDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_ReviewDueAt",
                table: "Commitments",
                column: "ReviewDueAt",
                filter: "\"ReviewDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_Status_AwaitsDecisionSince",
                table: "Commitments",
                columns: new[] { "Status", "AwaitsDecisionSince" },
                filter: "\"AwaitsDecisionSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_SuccessorId",
                table: "Commitments",
                column: "SuccessorId",
                filter: "\"SuccessorId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_SweepAt",
                table: "Commitments",
                column: "SweepAt",
                filter: "\"SweepAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TimesMoved",
                table: "Commitments",
                column: "TimesMoved",
                filter: "\"TimesMoved\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TitleKey",
                table: "Commitments",
                column: "TitleKey");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_UpdatedAt",
                table: "Commitments",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentTargets_Code_CommitmentId",
                table: "CommitmentTargets",
                columns: new[] { "Code", "CommitmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentTargets_CommitmentId_Code",
                table: "CommitmentTargets",
                columns: new[] { "CommitmentId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentTargets_Goal_CommitmentId",
                table: "CommitmentTargets",
                columns: new[] { "Goal", "CommitmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentThemes_Code_CommitmentId",
                table: "CommitmentThemes",
                columns: new[] { "Code", "CommitmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentThemes_CommitmentId_Code",
                table: "CommitmentThemes",
                columns: new[] { "CommitmentId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentVersions_CommitmentId_ValidFrom",
                table: "CommitmentVersions",
                columns: new[] { "CommitmentId", "ValidFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_CommitmentVersions_Current",
                table: "CommitmentVersions",
                column: "CommitmentId",
                unique: true,
                filter: "\"ValidTo\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Email",
                table: "Contacts",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_Id",
                table: "Contacts",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Contacts_OrganizationId_Email_Role",
                table: "Contacts",
                columns: new[] { "OrganizationId", "Email", "Role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeferredWork_Due",
                table: "DeferredWork",
                columns: new[] { "Kind", "Lane", "Priority", "NextTryAt" },
                descending: new[] { false, false, true, false },
                filter: "\"ParkedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DeferredWork_Id",
                table: "DeferredWork",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeferredWork_Kind_SubjectId",
                table: "DeferredWork",
                columns: new[] { "Kind", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeferredWork_ParkedAt",
                table: "DeferredWork",
                column: "ParkedAt",
                filter: "\"ParkedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DeferredWork_Tried",
                table: "DeferredWork",
                columns: new[] { "Kind", "LastTriedAt" },
                filter: "\"LastTriedAt\" IS NOT NULL AND \"ParkedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DialogueAssignments_DialogueId_Role",
                table: "DialogueAssignments",
                columns: new[] { "DialogueId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_DialogueAssignments_ParticipantId",
                table: "DialogueAssignments",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_DialogueAssignments_RoomId_Role",
                table: "DialogueAssignments",
                columns: new[] { "RoomId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_DialogueAssignments_SegmentId_ParticipantId",
                table: "DialogueAssignments",
                columns: new[] { "SegmentId", "ParticipantId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DialogueNoteDrafts_DialogueId",
                table: "DialogueNoteDrafts",
                column: "DialogueId");

            migrationBuilder.CreateIndex(
                name: "IX_DialogueNoteDrafts_RoomId_AuthorId",
                table: "DialogueNoteDrafts",
                columns: new[] { "RoomId", "AuthorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DialogueNotes_DialogueId_Seq",
                table: "DialogueNotes",
                columns: new[] { "DialogueId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_DialogueNotes_RoomId_Key",
                table: "DialogueNotes",
                columns: new[] { "RoomId", "Key" },
                unique: true,
                filter: "\"Key\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DialogueNotes_RoomId_Seq",
                table: "DialogueNotes",
                columns: new[] { "RoomId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_DialogueParticipants_DialogueId_Email",
                table: "DialogueParticipants",
                columns: new[] { "DialogueId", "Email" },
                unique: true,
                filter: "\"Email\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DialogueParticipants_DialogueId_NameKey",
                table: "DialogueParticipants",
                columns: new[] { "DialogueId", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_DialogueParticipants_Email",
                table: "DialogueParticipants",
                column: "Email",
                filter: "\"Email\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DialogueParticipants_Hash",
                table: "DialogueParticipants",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DialogueQuestions_DialogueId_Key",
                table: "DialogueQuestions",
                columns: new[] { "DialogueId", "Key" },
                unique: true,
                filter: "\"Key\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DialogueQuestions_DialogueId_Seq",
                table: "DialogueQuestions",
                columns: new[] { "DialogueId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_DialogueQuestions_Id",
                table: "DialogueQuestions",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DialogueQuestions_RoomId",
                table: "DialogueQuestions",
                column: "RoomId");

            migrationBuilder.CreateIndex(
                name: "IX_DialogueRooms_DialogueId",
                table: "DialogueRooms",
                column: "DialogueId");

            migrationBuilder.CreateIndex(
                name: "IX_DialogueRooms_SegmentId_Position",
                table: "DialogueRooms",
                columns: new[] { "SegmentId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Dialogues_OrganizationId",
                table: "Dialogues",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Dialogues_PartnershipId",
                table: "Dialogues",
                column: "PartnershipId",
                filter: "\"PartnershipId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Dialogues_StartsAt",
                table: "Dialogues",
                column: "StartsAt");

            migrationBuilder.CreateIndex(
                name: "IX_Dialogues_TakeUpEndsAt",
                table: "Dialogues",
                column: "TakeUpEndsAt",
                filter: "\"TakeUpEndsAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Dialogues_UpdatedAt",
                table: "Dialogues",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_DialogueSegments_DialogueId_Position",
                table: "DialogueSegments",
                columns: new[] { "DialogueId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_EarlierConcernAnswers_ConcernId",
                table: "EarlierConcernAnswers",
                column: "ConcernId");

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_CommitmentId_Seq",
                table: "Engagements",
                columns: new[] { "CommitmentId", "Seq" },
                filter: "\"CommitmentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_Id",
                table: "Engagements",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_OrganizationId",
                table: "Engagements",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Engagements_PartnershipId_Seq",
                table: "Engagements",
                columns: new[] { "PartnershipId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_CommitmentId",
                table: "Evidence",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_Id",
                table: "Evidence",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_ReportId",
                table: "Evidence",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_Flags_CommitmentId",
                table: "Flags",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Flags_Id",
                table: "Flags",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Flags_OpenCommitment",
                table: "Flags",
                columns: new[] { "CommitmentId", "Kind" },
                unique: true,
                filter: "\"ClearedAt\" IS NULL AND \"MilestoneId\" IS NULL AND \"CommitmentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Flags_OpenInitiative",
                table: "Flags",
                column: "InitiativeId",
                unique: true,
                filter: "\"ClearedAt\" IS NULL AND \"InitiativeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Flags_OpenMilestone",
                table: "Flags",
                column: "MilestoneId",
                unique: true,
                filter: "\"ClearedAt\" IS NULL AND \"MilestoneId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Flags_OpenOutcome",
                table: "Flags",
                column: "OutcomeId",
                unique: true,
                filter: "\"ClearedAt\" IS NULL AND \"OutcomeId\" IS NOT NULL AND \"OutcomeStepId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Flags_OpenOutcomeStep",
                table: "Flags",
                columns: new[] { "OutcomeId", "OutcomeStepId" },
                unique: true,
                filter: "\"ClearedAt\" IS NULL AND \"OutcomeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Flags_OrganizationId",
                table: "Flags",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Flags_UpdatedAt",
                table: "Flags",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_HealthCheckInvitations_Hash",
                table: "HealthCheckInvitations",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HealthCheckInvitations_ReminderHash",
                table: "HealthCheckInvitations",
                column: "ReminderHash",
                unique: true,
                filter: "\"ReminderHash\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_HealthCheckInvitations_RoundId_ContactId",
                table: "HealthCheckInvitations",
                columns: new[] { "RoundId", "ContactId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HealthCheckInvitations_RoundId_OrganizationId",
                table: "HealthCheckInvitations",
                columns: new[] { "RoundId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_HealthCheckRounds_ClosesAt",
                table: "HealthCheckRounds",
                column: "ClosesAt",
                filter: "\"ClosedAt\" IS NULL AND \"CancelledAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_HealthCheckRounds_PartnershipId_Number",
                table: "HealthCheckRounds",
                columns: new[] { "PartnershipId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HealthTallies_RoundId_Role_Sector_Statement_Rating",
                table: "HealthTallies",
                columns: new[] { "RoundId", "Role", "Sector", "Statement", "Rating" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_History_At",
                table: "History",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_History_CommitmentId_At",
                table: "History",
                columns: new[] { "CommitmentId", "At" },
                filter: "\"CommitmentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_History_Decisions",
                table: "History",
                columns: new[] { "ActorKind", "ActorId" },
                filter: "\"Event\" IN ('commitmentAccepted', 'commitmentReturned', 'commitmentAssessed', 'commitmentClosed', 'progressReportAccepted', 'progressReportReturned', 'changeRequestApproved', 'changeRequestRejected', 'initiativeAccepted', 'initiativeDeclined')");

            migrationBuilder.CreateIndex(
                name: "IX_History_DialogueId_At",
                table: "History",
                columns: new[] { "DialogueId", "At" },
                filter: "\"DialogueId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_History_InitiativeId_At",
                table: "History",
                columns: new[] { "InitiativeId", "At" },
                filter: "\"InitiativeId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_History_Number",
                table: "History",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_History_OrganizationId_At",
                table: "History",
                columns: new[] { "OrganizationId", "At" },
                filter: "\"OrganizationId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_History_PartnershipId_At",
                table: "History",
                columns: new[] { "PartnershipId", "At" },
                filter: "\"PartnershipId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_History_Unsealed",
                table: "History",
                column: "Seq",
                filter: "\"Number\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecords_At",
                table: "IdempotencyRecords",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecords_Caller_Route_Key",
                table: "IdempotencyRecords",
                columns: new[] { "Caller", "Route", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportItems_ImportId",
                table: "ImportItems",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportProfiles_NameKey",
                table: "ImportProfiles",
                column: "NameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Imports_State",
                table: "Imports",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeComments_Id",
                table: "InitiativeComments",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeComments_InitiativeId_CommentedAt",
                table: "InitiativeComments",
                columns: new[] { "InitiativeId", "CommentedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeComments_UpdatedAt",
                table: "InitiativeComments",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeConcerns_InitiativeId_RaisedAt",
                table: "InitiativeConcerns",
                columns: new[] { "InitiativeId", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeConcerns_UpdatedAt",
                table: "InitiativeConcerns",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_CommitmentId",
                table: "Initiatives",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_OrganizationId",
                table: "Initiatives",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_PartnershipId",
                table: "Initiatives",
                column: "PartnershipId");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_Pillar",
                table: "Initiatives",
                column: "Pillar");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_UpdatedAt",
                table: "Initiatives",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_Waiting",
                table: "Initiatives",
                column: "DecisionDueAt",
                filter: "\"Status\" = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeSupports_Id",
                table: "InitiativeSupports",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeSupports_InitiativeId_SupporterKey",
                table: "InitiativeSupports",
                columns: new[] { "InitiativeId", "SupporterKey" },
                unique: true,
                filter: "\"WithdrawnAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeSupports_OrganizationId",
                table: "InitiativeSupports",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_InitiativeSupports_UpdatedAt",
                table: "InitiativeSupports",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_Id",
                table: "Mails",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mails_Recipient_CreatedAt",
                table: "Mails",
                columns: new[] { "Recipient", "CreatedAt" },
                filter: "\"RequestedBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_ReportId",
                table: "Mails",
                column: "ReportId",
                filter: "\"ReportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_RequestedBy_CreatedAt",
                table: "Mails",
                columns: new[] { "RequestedBy", "CreatedAt" },
                filter: "\"RequestedBy\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Members_ImportId",
                table: "Members",
                column: "ImportId",
                filter: "\"ImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Members_OrganizationId",
                table: "Members",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Members_PartnershipId_OrganizationId",
                table: "Members",
                columns: new[] { "PartnershipId", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_CommitmentId",
                table: "Milestones",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_Id",
                table: "Milestones",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_OverdueAt",
                table: "Milestones",
                column: "OverdueAt",
                filter: "\"OverdueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_SweepAt",
                table: "Milestones",
                column: "SweepAt",
                filter: "\"SweepAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_ItemId_Kind_Rung_Version_PersonId",
                table: "Notices",
                columns: new[] { "ItemId", "Kind", "Rung", "Version", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_PersonId",
                table: "Notices",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_CountryCode",
                table: "Organizations",
                column: "CountryCode");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_ImportId",
                table: "Organizations",
                column: "ImportId",
                filter: "\"ImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_NameKey",
                table: "Organizations",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_Sector",
                table: "Organizations",
                column: "Sector");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_SourceId",
                table: "Organizations",
                column: "SourceId",
                unique: true,
                filter: "\"SourceId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_UpdatedAt",
                table: "Organizations",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeAgreements_DialogueId_Seq",
                table: "OutcomeAgreements",
                columns: new[] { "DialogueId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeAgreements_OutcomeId_Group",
                table: "OutcomeAgreements",
                columns: new[] { "OutcomeId", "Group" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_DialogueId_Seq",
                table: "Outcomes",
                columns: new[] { "DialogueId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeSources_NoteId",
                table: "OutcomeSources",
                column: "NoteId");

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeSources_OutcomeId_NoteId",
                table: "OutcomeSources",
                columns: new[] { "OutcomeId", "NoteId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeSteps_Id",
                table: "OutcomeSteps",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutcomeSteps_OutcomeId",
                table: "OutcomeSteps",
                column: "OutcomeId");

            migrationBuilder.CreateIndex(
                name: "IX_Partnerships_HealthChecksFrom",
                table: "Partnerships",
                column: "HealthChecksFrom",
                filter: "\"HealthChecksFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Partnerships_ImportId",
                table: "Partnerships",
                column: "ImportId",
                filter: "\"ImportId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Partnerships_NameKey",
                table: "Partnerships",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Partnerships_UpdatedAt",
                table: "Partnerships",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_PartnershipTopics_Kind_Code_PartnershipId",
                table: "PartnershipTopics",
                columns: new[] { "Kind", "Code", "PartnershipId" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnershipTopics_PartnershipId_Kind_Code",
                table: "PartnershipTopics",
                columns: new[] { "PartnershipId", "Kind", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payments_CommitmentId",
                table: "Payments",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Id",
                table: "Payments",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_CommitmentId",
                table: "ProgressReports",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_Returned",
                table: "ProgressReports",
                column: "OrganizationId",
                filter: "\"Status\" = 'Returned'");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_Waiting",
                table: "ProgressReports",
                column: "SubmittedAt",
                filter: "\"Status\" = 'Submitted'");

            migrationBuilder.CreateIndex(
                name: "IX_ReportingPeriods_CommitmentId_From",
                table: "ReportingPeriods",
                columns: new[] { "CommitmentId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportingPeriods_Id",
                table: "ReportingPeriods",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportLinks_CommitmentId",
                table: "ReportLinks",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportLinks_ContactId",
                table: "ReportLinks",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportLinks_Hash",
                table: "ReportLinks",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportLinks_Id",
                table: "ReportLinks",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportLinks_PassedOnFrom",
                table: "ReportLinks",
                column: "PassedOnFrom",
                filter: "\"PassedOnFrom\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReportSchedules_NextRunAt",
                table: "ReportSchedules",
                column: "NextRunAt",
                filter: "\"NextRunAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ResultMeasures_CommitmentId_Seq",
                table: "ResultMeasures",
                columns: new[] { "CommitmentId", "Seq" },
                filter: "\"CommitmentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ResultMeasures_Id",
                table: "ResultMeasures",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResultMeasures_PartnershipId_Seq",
                table: "ResultMeasures",
                columns: new[] { "PartnershipId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_SecurityEvents_At",
                table: "SecurityEvents",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_SecurityEvents_Network_Kind_At",
                table: "SecurityEvents",
                columns: new[] { "Network", "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SecurityEvents_UserId",
                table: "SecurityEvents",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_ExpiresAt",
                table: "Sessions",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Id",
                table: "Sessions",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_TokenHash",
                table: "Sessions",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_UserId",
                table: "Sessions",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInRequests_AddressHash_CreatedAt",
                table: "SignInRequests",
                columns: new[] { "AddressHash", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInRequests_BrowserHash",
                table: "SignInRequests",
                column: "BrowserHash");

            migrationBuilder.CreateIndex(
                name: "IX_SignInRequests_CreatedAt",
                table: "SignInRequests",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_SignInRequests_Id",
                table: "SignInRequests",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInRequests_Network_CreatedAt",
                table: "SignInRequests",
                columns: new[] { "Network", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInRequests_TokenHash",
                table: "SignInRequests",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Supporters_CommitmentId_OrganizationId",
                table: "Supporters",
                columns: new[] { "CommitmentId", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Supporters_OrganizationId",
                table: "Supporters",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_Users_Email",
                table: "Users",
                column: "Email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Users_NextDigestAt",
                table: "Users",
                column: "NextDigestAt",
                filter: "\"NextDigestAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Users_OrganizationId",
                table: "Users",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_VocabularyTerms_Id",
                table: "VocabularyTerms",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VocabularyTerms_Kind_Code",
                table: "VocabularyTerms",
                columns: new[] { "Kind", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VoiceIdentities_PersonKey_ClaimId",
                table: "VoiceIdentities",
                columns: new[] { "PersonKey", "ClaimId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VoiceIdentities_VoiceId",
                table: "VoiceIdentities",
                column: "VoiceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VoiceInvitations_CommitmentId",
                table: "VoiceInvitations",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_VoiceInvitations_DialogueId",
                table: "VoiceInvitations",
                column: "DialogueId");

            migrationBuilder.CreateIndex(
                name: "IX_VoiceInvitations_Hash",
                table: "VoiceInvitations",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VoiceInvitations_Id",
                table: "VoiceInvitations",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VoiceInvitations_OrganizationId_ScopeId",
                table: "VoiceInvitations",
                columns: new[] { "OrganizationId", "ScopeId" });

            migrationBuilder.CreateIndex(
                name: "IX_VoiceInvitations_PersonKey",
                table: "VoiceInvitations",
                column: "PersonKey");

            migrationBuilder.CreateIndex(
                name: "IX_VoiceInvitations_VoiceId",
                table: "VoiceInvitations",
                column: "VoiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Voices_ClaimId_Stance",
                table: "Voices",
                columns: new[] { "ClaimId", "Stance" });

            migrationBuilder.CreateIndex(
                name: "IX_Voices_CommitmentId_Stance",
                table: "Voices",
                columns: new[] { "CommitmentId", "Stance" });

            migrationBuilder.CreateIndex(
                name: "IX_Voices_DialogueId_Stance",
                table: "Voices",
                columns: new[] { "DialogueId", "Stance" });

            migrationBuilder.CreateIndex(
                name: "IX_Voices_Id",
                table: "Voices",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Voices_NoticeOn",
                table: "Voices",
                column: "NoticeOn",
                filter: "\"NoticeOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Voices_ScopeId_OrganizationId",
                table: "Voices",
                columns: new[] { "ScopeId", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_VoiceSalts_ScopeId",
                table: "VoiceSalts",
                column: "ScopeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_CreatedAt",
                table: "WebhookDeliveries",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_FlagId",
                table: "WebhookDeliveries",
                column: "FlagId",
                filter: "\"FlagId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_Id",
                table: "WebhookDeliveries",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_WebhookId_EventId",
                table: "WebhookDeliveries",
                columns: new[] { "WebhookId", "EventId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_WebhookId_Seq",
                table: "WebhookDeliveries",
                columns: new[] { "WebhookId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_OrganizationId",
                table: "Webhooks",
                column: "OrganizationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION uuid7();");

            migrationBuilder.DropTable(
                name: "AccountabilityReports");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "Assessments");

            migrationBuilder.DropTable(
                name: "AuditVerifications");

            migrationBuilder.DropTable(
                name: "Calendars");

            migrationBuilder.DropTable(
                name: "ChangeRequests");

            migrationBuilder.DropTable(
                name: "CommitmentCountries");

            migrationBuilder.DropTable(
                name: "CommitmentTargets");

            migrationBuilder.DropTable(
                name: "CommitmentThemes");

            migrationBuilder.DropTable(
                name: "CommitmentVersions");

            migrationBuilder.DropTable(
                name: "Contacts");

            migrationBuilder.DropTable(
                name: "DeferredWork");

            migrationBuilder.DropTable(
                name: "DialogueAssignments");

            migrationBuilder.DropTable(
                name: "DialogueNoteDrafts");

            migrationBuilder.DropTable(
                name: "DialogueQuestions");

            migrationBuilder.DropTable(
                name: "EarlierConcernAnswers");

            migrationBuilder.DropTable(
                name: "Engagements");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "Flags");

            migrationBuilder.DropTable(
                name: "HealthCheckInvitations");

            migrationBuilder.DropTable(
                name: "HealthTallies");

            migrationBuilder.DropTable(
                name: "Heartbeats");

            migrationBuilder.DropTable(
                name: "History");

            migrationBuilder.DropTable(
                name: "IdempotencyRecords");

            migrationBuilder.DropTable(
                name: "ImportItems");

            migrationBuilder.DropTable(
                name: "ImportProfiles");

            migrationBuilder.DropTable(
                name: "InitiativeComments");

            migrationBuilder.DropTable(
                name: "InitiativeSupports");

            migrationBuilder.DropTable(
                name: "Mails");

            migrationBuilder.DropTable(
                name: "Members");

            migrationBuilder.DropTable(
                name: "Milestones");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "OutcomeAgreements");

            migrationBuilder.DropTable(
                name: "OutcomeSources");

            migrationBuilder.DropTable(
                name: "OutcomeSteps");

            migrationBuilder.DropTable(
                name: "PartnershipTopics");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "ReportingPeriods");

            migrationBuilder.DropTable(
                name: "ReportLinks");

            migrationBuilder.DropTable(
                name: "ResultMeasures");

            migrationBuilder.DropTable(
                name: "SecurityEvents");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "SignInRequests");

            migrationBuilder.DropTable(
                name: "Supporters");

            migrationBuilder.DropTable(
                name: "VocabularyTerms");

            migrationBuilder.DropTable(
                name: "VoiceIdentities");

            migrationBuilder.DropTable(
                name: "VoiceInvitations");

            migrationBuilder.DropTable(
                name: "Voices");

            migrationBuilder.DropTable(
                name: "VoiceSalts");

            migrationBuilder.DropTable(
                name: "WebhookDeliveries");

            migrationBuilder.DropTable(
                name: "ReportSchedules");

            migrationBuilder.DropTable(
                name: "DialogueParticipants");

            migrationBuilder.DropTable(
                name: "InitiativeConcerns");

            migrationBuilder.DropTable(
                name: "ProgressReports");

            migrationBuilder.DropTable(
                name: "HealthCheckRounds");

            migrationBuilder.DropTable(
                name: "Imports");

            migrationBuilder.DropTable(
                name: "DialogueNotes");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "Webhooks");

            migrationBuilder.DropTable(
                name: "Initiatives");

            migrationBuilder.DropTable(
                name: "DialogueRooms");

            migrationBuilder.DropTable(
                name: "Commitments");

            migrationBuilder.DropTable(
                name: "DialogueSegments");

            migrationBuilder.DropTable(
                name: "Outcomes");

            migrationBuilder.DropTable(
                name: "Dialogues");

            migrationBuilder.DropTable(
                name: "Organizations");

            migrationBuilder.DropTable(
                name: "Partnerships");
        }
    }
}
