using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace PartnershipTracker.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IssuedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RetiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "AuditVerifications",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpectedHead = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ToRead = table.Column<long>(type: "INTEGER", nullable: false),
                    Read = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditVerifications", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Calendars",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatorKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatorRole = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatorOrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Calendars", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "CommitmentVersions",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Pillar = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Themes = table.Column<string>(type: "TEXT", nullable: false),
                    SdgTargets = table.Column<string>(type: "TEXT", nullable: false),
                    CountryCodes = table.Column<string>(type: "TEXT", nullable: false),
                    DueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OriginalDueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TimesMoved = table.Column<int>(type: "INTEGER", nullable: false),
                    DaysSlipped = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportedCompleteOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AssessedLevel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WasAccepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedOverdueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SmartScore = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: false),
                    SmartLevel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReportingFrequency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OverdueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReportDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReviewDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OffTrackAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitmentVersions", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "DeferredWork",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Lane = table.Column<Guid>(type: "TEXT", nullable: true),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastTriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClaimedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ParkedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeferredWork", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Flags",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OutcomeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OutcomeStepId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MilestoneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueDateVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    OverdueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClearedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClearedBecause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Flags", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Heartbeats",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Heartbeats", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "History",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Event = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Data = table.Column<string>(type: "TEXT", nullable: false),
                    Record = table.Column<string>(type: "TEXT", nullable: true),
                    SealedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Number = table.Column<long>(type: "INTEGER", nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_History", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyRecords",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Caller = table.Column<Guid>(type: "TEXT", nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Location = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ETag = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Body = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyRecords", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "ImportProfiles",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    SavedByKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SavedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportProfiles", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    StoredFile = table.Column<string>(type: "TEXT", nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: true),
                    DryRun = table.Column<bool>(type: "INTEGER", nullable: false),
                    RequestsChanges = table.Column<bool>(type: "INTEGER", nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    LastLine = table.Column<int>(type: "INTEGER", nullable: false),
                    Imported = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    Revised = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    Warnings = table.Column<int>(type: "INTEGER", nullable: false),
                    Preview = table.Column<string>(type: "TEXT", nullable: true),
                    IsUndo = table.Column<bool>(type: "INTEGER", nullable: false),
                    UndoneByKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    UndoneById = table.Column<Guid>(type: "TEXT", nullable: true),
                    UndoStep = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UndoneUpTo = table.Column<long>(type: "INTEGER", nullable: false),
                    Removed = table.Column<int>(type: "INTEGER", nullable: false),
                    Kept = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FailureCode = table.Column<string>(type: "TEXT", nullable: true),
                    FailureDetail = table.Column<string>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    HoldsKey = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsErasedWhenSent = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mails", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rung = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CountryCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Identifier = table.Column<string>(type: "TEXT", nullable: true),
                    Website = table.Column<string>(type: "TEXT", nullable: true),
                    SourceId = table.Column<string>(type: "TEXT", nullable: true),
                    IsCommunity = table.Column<bool>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: true),
                    Pillars = table.Column<string>(type: "TEXT", nullable: false),
                    Themes = table.Column<string>(type: "TEXT", nullable: false),
                    CountryCodes = table.Column<string>(type: "TEXT", nullable: false),
                    SdgTargets = table.Column<string>(type: "TEXT", nullable: false),
                    StartDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsPublished = table.Column<bool>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HealthCheckMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    HealthChecksFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Frequency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DayOfWeek = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    DayOfMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    Hour = table.Column<int>(type: "INTEGER", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: false),
                    Recipients = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Filter = table.Column<string>(type: "TEXT", nullable: false),
                    NextRunAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApiKeyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Network = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecurityEvents", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "SignInRequests",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddressHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BrowserHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Network = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ReturnTo = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInRequests", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    StakeholderGroup = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    IsEarlyCareer = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsCareerKnown = table.Column<bool>(type: "INTEGER", nullable: false),
                    NextDigestAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeactivatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    RetiredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VocabularyTerms", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "VoiceIdentities",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    VoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Encrypted = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoiceIdentities", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "VoiceSalts",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ScopeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Encrypted = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VoiceSalts", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "ImportItems",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Args = table.Column<string>(type: "TEXT", nullable: false),
                    IsWarning = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EventNames = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: false),
                    PreviousSecret = table.Column<string>(type: "TEXT", nullable: true),
                    PreviousSecretUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DisabledBecause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FailingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    RestsUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Seen = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Link = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Groups = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakeUpBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TakeUpEndsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SweepPutOffUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpensAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosesAt = table.Column<long>(type: "INTEGER", nullable: false),
                    InstrumentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Invited = table.Column<int>(type: "INTEGER", nullable: false),
                    Answers = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    JoinedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    AsOf = table.Column<long>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Recipients = table.Column<int>(type: "INTEGER", nullable: false),
                    Snapshot = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Device = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WebhookId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: true),
                    FlagId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAttemptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastStatus = table.Column<int>(type: "INTEGER", nullable: true),
                    LastFault = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Organization = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Group = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SpokesFor = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    InvitedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LinkExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    EvidenceUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ReminderHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsAnswered = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rating = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SegmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TimesMoved = table.Column<int>(type: "INTEGER", nullable: false),
                    DaysSlipped = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WasAccepted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Pillar = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Themes = table.Column<string>(type: "TEXT", nullable: false),
                    StartDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueDateKey = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OriginalDueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Measure_Indicator = table.Column<string>(type: "TEXT", nullable: true),
                    Measure_Unit = table.Column<string>(type: "TEXT", nullable: true),
                    Measure_BaselineDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Measure_MeansOfVerification = table.Column<string>(type: "TEXT", nullable: true),
                    Measure_Baseline = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    Measure_Target = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    ReportingFrequency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Funding_Currency = table.Column<string>(type: "TEXT", nullable: true),
                    Funding_Paid = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    Funding_Amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OutcomeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OutcomeStepId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosingNarrative = table.Column<string>(type: "TEXT", nullable: true),
                    ReopenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReopeningId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", nullable: true),
                    SuccessorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SmartScore = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: false),
                    SmartLevel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SdgTargets = table.Column<string>(type: "TEXT", nullable: false),
                    CountryCodes = table.Column<string>(type: "TEXT", nullable: false),
                    DueDateVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OverdueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReportDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReportDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReviewDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReviewDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OffTrackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OffTrackOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SweepAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PeriodsUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PeriodsRollAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ActualProgress = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    EndedOverdueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReportedCompleteOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CompletionReportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastAcceptedValue = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    LastAcceptedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AssessedLevel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AssessedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AwaitsDecisionSince = table.Column<long>(type: "INTEGER", nullable: true),
                    DecisionDueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Salt = table.Column<Guid>(type: "TEXT", nullable: true),
                    Context_FundingStatus = table.Column<string>(type: "TEXT", nullable: true),
                    Context_Place = table.Column<string>(type: "TEXT", nullable: true),
                    Context_Resources = table.Column<string>(type: "TEXT", nullable: true),
                    Context_Risks = table.Column<string>(type: "TEXT", nullable: true),
                    Context_StatedNeed = table.Column<string>(type: "TEXT", nullable: true),
                    Context_TargetGroup = table.Column<string>(type: "TEXT", nullable: true),
                    SubmittedBy_Contact = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubmittedBy_Key = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubmittedBy_Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OutcomeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    StatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OutcomeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    LeadId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Lead = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SegmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SegmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoomId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Narrative = table.Column<string>(type: "TEXT", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Salt = table.Column<Guid>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SuccessorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MilestoneId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OldDueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NewDueDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Explanation = table.Column<string>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Target = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    Baseline = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    BaselineDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Weight = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    DropMilestone = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReportingFrequency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewDueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedByKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Salt = table.Column<Guid>(type: "TEXT", nullable: true),
                    FiledBy_Contact = table.Column<Guid>(type: "TEXT", nullable: true),
                    FiledBy_Key = table.Column<Guid>(type: "TEXT", nullable: true),
                    FiledBy_Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    IsStated = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Goal = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Community = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Phase = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    Pillar = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Themes = table.Column<string>(type: "TEXT", nullable: false),
                    ThemesKey = table.Column<string>(type: "TEXT", nullable: false),
                    Idea = table.Column<string>(type: "TEXT", nullable: false),
                    Need = table.Column<string>(type: "TEXT", nullable: false),
                    Offer = table.Column<string>(type: "TEXT", nullable: true),
                    Ask = table.Column<string>(type: "TEXT", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsByEarlyCareer = table.Column<bool>(type: "INTEGER", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecisionDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecisionDueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedByKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", nullable: true),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SweepPutOffUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    ProposedBy_Contact = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposedBy_Key = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposedBy_Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DueDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OriginalDueDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueDateVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Weight = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CompletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OverdueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SweepAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TimesMoved = table.Column<int>(type: "INTEGER", nullable: false),
                    DroppedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Salt = table.Column<Guid>(type: "TEXT", nullable: true),
                    CompletedBy_Contact = table.Column<Guid>(type: "TEXT", nullable: true),
                    CompletedBy_Key = table.Column<Guid>(type: "TEXT", nullable: true),
                    CompletedBy_Person = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Salt = table.Column<Guid>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    Narrative = table.Column<string>(type: "TEXT", nullable: false),
                    Barriers = table.Column<string>(type: "TEXT", nullable: true),
                    ReportsCompletion = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewDueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedByKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReviewNote = table.Column<string>(type: "TEXT", nullable: true),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Salt = table.Column<Guid>(type: "TEXT", nullable: true),
                    FiledBy_Contact = table.Column<Guid>(type: "TEXT", nullable: true),
                    FiledBy_Key = table.Column<Guid>(type: "TEXT", nullable: true),
                    FiledBy_Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Colleague_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Colleague_Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    PassedOnFrom = table.Column<Guid>(type: "TEXT", nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MailId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HandedOverAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HandedOverTo = table.Column<Guid>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartnershipId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Indicator = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Baseline = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    Value = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Share = table.Column<decimal>(type: "TEXT", precision: 24, scale: 6, nullable: true)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ScopeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Encrypted = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    VoiceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DialogueId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ScopeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClaimId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimAsOf = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Stance = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    ShownAs = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ShowsGroupOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    StakeholderGroup = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EvidenceUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    EvidenceTitle = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Media_File = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Media_ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Media_Size = table.Column<long>(type: "INTEGER", nullable: true),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HiddenBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Reply = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    RepliedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NoticeOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OutcomeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoteId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CommentedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    By_Contact = table.Column<Guid>(type: "TEXT", nullable: true),
                    By_Key = table.Column<Guid>(type: "TEXT", nullable: true),
                    By_Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ResolvedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    By_Contact = table.Column<Guid>(type: "TEXT", nullable: true),
                    By_Key = table.Column<Guid>(type: "TEXT", nullable: true),
                    By_Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    InitiativeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Brings = table.Column<string>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsByEarlyCareer = table.Column<bool>(type: "INTEGER", nullable: false),
                    SupporterKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    By_Contact = table.Column<Guid>(type: "TEXT", nullable: true),
                    By_Key = table.Column<Guid>(type: "TEXT", nullable: true),
                    By_Person = table.Column<Guid>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommitmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Size = table.Column<long>(type: "INTEGER", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastCheck = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    IsDead = table.Column<bool>(type: "INTEGER", nullable: false),
                    Salt = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConcernId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: false)
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
