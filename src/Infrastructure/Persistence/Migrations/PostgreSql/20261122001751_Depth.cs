using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PartnershipTracker.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Depth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_History_PartnershipId_At",
                table: "History");

            migrationBuilder.AddColumn<long>(
                name: "DecidedAt",
                table: "ProgressReports",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DecidedById",
                table: "ProgressReports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedByKind",
                table: "ProgressReports",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReviewDueAt",
                table: "ProgressReports",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "ReviewNote",
                table: "ProgressReports",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "DroppedOn",
                table: "Milestones",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TimesMoved",
                table: "Milestones",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "History",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "Number",
                table: "History",
                type: "bigint",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Url",
                table: "Evidence",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(2000)",
                oldMaxLength: 2000,
                oldCollation: "C");

            migrationBuilder.AddColumn<long>(
                name: "AddedAt",
                table: "Evidence",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "CheckedAt",
                table: "Evidence",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContentType",
                table: "Evidence",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "FileName",
                table: "Evidence",
                type: "character varying(150)",
                maxLength: 150,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "IsDead",
                table: "Evidence",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "LastCheck",
                table: "Evidence",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NextCheckAt",
                table: "Evidence",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sha256",
                table: "Evidence",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "Size",
                table: "Evidence",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssessedLevel",
                table: "Commitments",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AssessedOn",
                table: "Commitments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ClaimReportId",
                table: "Commitments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DaysSlipped",
                table: "Commitments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastAcceptedOn",
                table: "Commitments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "LastAcceptedValue",
                table: "Commitments",
                type: "numeric(24,6)",
                precision: 24,
                scale: 6,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OffTrackAt",
                table: "Commitments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "OffTrackOn",
                table: "Commitments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PeriodsRollAt",
                table: "Commitments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PeriodsUntil",
                table: "Commitments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReportDueAt",
                table: "Commitments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReportDueOn",
                table: "Commitments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReviewDueAt",
                table: "Commitments",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewDueOn",
                table: "Commitments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SmartLevel",
                table: "Commitments",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Low");

            migrationBuilder.AddColumn<decimal>(
                name: "SmartScore",
                table: "Commitments",
                type: "numeric(24,6)",
                precision: 24,
                scale: 6,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<Guid>(
                name: "SuccessorId",
                table: "Commitments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TimesMoved",
                table: "Commitments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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
                    At = table.Column<long>(type: "bigint", nullable: false)
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
                    MilestoneId = table.Column<Guid>(type: "uuid", nullable: true),
                    OldDueDate = table.Column<DateOnly>(type: "date", nullable: true),
                    NewDueDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
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
                    ActorKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestedAt = table.Column<long>(type: "bigint", nullable: false),
                    ReviewDueAt = table.Column<long>(type: "bigint", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedByKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DecidedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                    Pillar = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DueDate = table.Column<DateOnly>(type: "date", nullable: false),
                    OriginalDueDate = table.Column<DateOnly>(type: "date", nullable: false),
                    TimesMoved = table.Column<int>(type: "integer", nullable: false),
                    DaysSlipped = table.Column<int>(type: "integer", nullable: false),
                    CompletionClaimedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AssessedLevel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
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
                    table.ForeignKey(
                        name: "FK_CommitmentVersions_Commitments_CommitmentId",
                        column: x => x.CommitmentId,
                        principalTable: "Commitments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_History_At",
                table: "History",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_History_Number",
                table: "History",
                column: "Number",
                unique: true);

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
                name: "IX_Evidence_NextCheckAt",
                table: "Evidence",
                column: "NextCheckAt",
                filter: "\"NextCheckAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_DaysSlipped",
                table: "Commitments",
                column: "DaysSlipped",
                filter: "\"DaysSlipped\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OffTrackAt",
                table: "Commitments",
                column: "OffTrackAt",
                filter: "\"OffTrackAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_PeriodsRollAt",
                table: "Commitments",
                column: "PeriodsRollAt",
                filter: "\"PeriodsRollAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_ReportDueAt",
                table: "Commitments",
                column: "ReportDueAt",
                filter: "\"ReportDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_ReviewDueAt",
                table: "Commitments",
                column: "ReviewDueAt",
                filter: "\"ReviewDueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_TimesMoved",
                table: "Commitments",
                column: "TimesMoved",
                filter: "\"TimesMoved\" > 0");

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
                name: "IX_ChangeRequests_CommitmentId_Status",
                table: "ChangeRequests",
                columns: new[] { "CommitmentId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeRequests_Id",
                table: "ChangeRequests",
                column: "Id",
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
                name: "IX_Payments_CommitmentId",
                table: "Payments",
                column: "CommitmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_Id",
                table: "Payments",
                column: "Id",
                unique: true);

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
                name: "IX_Supporters_CommitmentId_OrganizationId",
                table: "Supporters",
                columns: new[] { "CommitmentId", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Supporters_OrganizationId",
                table: "Supporters",
                column: "OrganizationId");

            // What there is already gets its clocks: reports wait for an answer since they came in, and the first sweep winds the rest.
            migrationBuilder.Sql("""UPDATE "ProgressReports" SET "ReviewDueAt" = "SubmittedAt" + 12096000000000;""");
            migrationBuilder.Sql("""UPDATE "Evidence" SET "AddedAt" = (SELECT r."SubmittedAt" FROM "ProgressReports" AS r WHERE r."Id" = "Evidence"."ReportId");""");
            migrationBuilder.Sql("""UPDATE "Evidence" SET "NextCheckAt" = "AddedAt" WHERE "Url" IS NOT NULL;""");
            migrationBuilder.Sql("""
                UPDATE "Commitments" SET "PeriodsRollAt" = 1, "ReviewDueAt" = (
                    SELECT MIN(r."ReviewDueAt") FROM "ProgressReports" AS r WHERE r."CommitmentId" = "Commitments"."Id" AND r."Status" = 'Submitted')
                WHERE "Status" = 'Active';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Assessments");

            migrationBuilder.DropTable(
                name: "ChangeRequests");

            migrationBuilder.DropTable(
                name: "CommitmentVersions");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "ReportingPeriods");

            migrationBuilder.DropTable(
                name: "Supporters");

            migrationBuilder.DropIndex(
                name: "IX_History_At",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_History_Number",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_History_PartnershipId_At",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_History_Unsealed",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_Evidence_NextCheckAt",
                table: "Evidence");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_DaysSlipped",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_OffTrackAt",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_PeriodsRollAt",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_ReportDueAt",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_ReviewDueAt",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_TimesMoved",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "ProgressReports");

            migrationBuilder.DropColumn(
                name: "DecidedById",
                table: "ProgressReports");

            migrationBuilder.DropColumn(
                name: "DecidedByKind",
                table: "ProgressReports");

            migrationBuilder.DropColumn(
                name: "ReviewDueAt",
                table: "ProgressReports");

            migrationBuilder.DropColumn(
                name: "ReviewNote",
                table: "ProgressReports");

            migrationBuilder.DropColumn(
                name: "DroppedOn",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "TimesMoved",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "History");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "History");

            migrationBuilder.DropColumn(
                name: "AddedAt",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "CheckedAt",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "ContentType",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "FileName",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "IsDead",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "LastCheck",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "NextCheckAt",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "Sha256",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "Size",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "AssessedLevel",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "AssessedOn",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ClaimReportId",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "DaysSlipped",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "LastAcceptedOn",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "LastAcceptedValue",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "OffTrackAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "OffTrackOn",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "PeriodsRollAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "PeriodsUntil",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ReportDueAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ReportDueOn",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ReviewDueAt",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "ReviewDueOn",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "SmartLevel",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "SmartScore",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "Commitments");

            migrationBuilder.DropColumn(
                name: "TimesMoved",
                table: "Commitments");

            migrationBuilder.AlterColumn<string>(
                name: "Url",
                table: "Evidence",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "",
                collation: "C",
                oldClrType: typeof(string),
                oldType: "character varying(2000)",
                oldMaxLength: 2000,
                oldNullable: true,
                oldCollation: "C");

            migrationBuilder.CreateIndex(
                name: "IX_History_PartnershipId_At",
                table: "History",
                columns: new[] { "PartnershipId", "At" },
                filter: "\"PartnershipId\" IS NOT NULL AND \"CommitmentId\" IS NULL");
        }
    }
}
