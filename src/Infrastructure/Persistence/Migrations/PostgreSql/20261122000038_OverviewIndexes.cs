using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartnershipTracker.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OverviewIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Commitments_OrganizationId_DueDate",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_Status_DueDate",
                table: "Commitments");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_Lateness",
                table: "Commitments",
                columns: new[] { "Id", "OverdueAt", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OfOrganization",
                table: "Commitments",
                columns: new[] { "OrganizationId", "DueDate", "OverdueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OfStatus",
                table: "Commitments",
                columns: new[] { "Status", "DueDate", "OverdueAt", "DueAt", "CompletionClaimedOn", "ClosedOn", "ReportingFrequency", "OrganizationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_Pillar_OverdueAt",
                table: "Commitments",
                columns: new[] { "Pillar", "OverdueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Commitments_Lateness",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_OfOrganization",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_OfStatus",
                table: "Commitments");

            migrationBuilder.DropIndex(
                name: "IX_Commitments_Pillar_OverdueAt",
                table: "Commitments");

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_OrganizationId_DueDate",
                table: "Commitments",
                columns: new[] { "OrganizationId", "DueDate" });

            migrationBuilder.CreateIndex(
                name: "IX_Commitments_Status_DueDate",
                table: "Commitments",
                columns: new[] { "Status", "DueDate" });
        }
    }
}
