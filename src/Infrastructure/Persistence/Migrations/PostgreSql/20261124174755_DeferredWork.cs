using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PartnershipTracker.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class DeferredWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            // What waited in the tables themselves waits here from now on.
            foreach (var (kind, lane, table, nextTryAt, attempts, where) in new[]
            {
                ("Mail", "NULL", "Mails", "\"NextAttemptAt\"", "\"Attempts\"", "\"NextAttemptAt\" IS NOT NULL"),
                ("WebhookDelivery", "\"WebhookId\"", "WebhookDeliveries", "\"NextAttemptAt\"", "\"Attempts\"", "\"NextAttemptAt\" IS NOT NULL"),
                ("Import", "NULL", "Imports", "0", "0", "\"State\" IN ('Queued', 'Running')"),
                ("LinkCheck", "NULL", "Evidence", "\"NextCheckAt\"", "0", "\"NextCheckAt\" IS NOT NULL"),
            })
            {
                var createdAt = table == "Evidence" ? "AddedAt" : "CreatedAt";
                migrationBuilder.Sql($"""
                    INSERT INTO "DeferredWork" ("Id", "Kind", "SubjectId", "Lane", "Priority", "CreatedAt", "NextTryAt", "Attempts", "Version", "UpdatedAt")
                    SELECT uuid7(), '{kind}', "Id", {lane}, 0, "{createdAt}", {nextTryAt}, {attempts}, 0, "{createdAt}" FROM "{table}" WHERE {where};
                    """);
            }

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropIndex(
                name: "IX_WebhookDeliveries_Due",
                table: "WebhookDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_Mails_NextAttemptAt",
                table: "Mails");

            migrationBuilder.DropIndex(
                name: "IX_Evidence_NextCheckAt",
                table: "Evidence");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "WebhookDeliveries");

            migrationBuilder.DropColumn(
                name: "NextAttemptAt",
                table: "WebhookDeliveries");

            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "LastError",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "NextAttemptAt",
                table: "Mails");

            migrationBuilder.DropColumn(
                name: "NextCheckAt",
                table: "Evidence");

            migrationBuilder.AddColumn<int>(
                name: "LastLine",
                table: "Imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeferredWork");

            migrationBuilder.DropColumn(
                name: "LastLine",
                table: "Imports");

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "WebhookDeliveries",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "NextAttemptAt",
                table: "WebhookDeliveries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Attempts",
                table: "Mails",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "LastError",
                table: "Mails",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "NextAttemptAt",
                table: "Mails",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NextCheckAt",
                table: "Evidence",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    IsPaused = table.Column<bool>(type: "boolean", nullable: false),
                    LastFailedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastFailure = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LastStartedAt = table.Column<long>(type: "bigint", nullable: true),
                    LastSucceededAt = table.Column<long>(type: "bigint", nullable: true),
                    LeasedUntil = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_Due",
                table: "WebhookDeliveries",
                columns: new[] { "WebhookId", "NextAttemptAt" },
                filter: "\"NextAttemptAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Mails_NextAttemptAt",
                table: "Mails",
                column: "NextAttemptAt",
                filter: "\"NextAttemptAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_NextCheckAt",
                table: "Evidence",
                column: "NextCheckAt",
                filter: "\"NextCheckAt\" IS NOT NULL");
        }
    }
}
