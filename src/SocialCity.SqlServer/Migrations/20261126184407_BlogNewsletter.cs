using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCity.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class BlogNewsletter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "NewsletterIssues",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Pace = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    MailCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewsletterIssues", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NewsletterSubscriptions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    Pace = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Topics = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    MailedAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    ToldUntil = table.Column<DateTime>(type: "datetime2(3)", precision: 3, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewsletterSubscriptions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NewsletterTallies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Pace = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    Topic = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NewsletterTallies", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NewsletterIssues_DueAt_Pace",
                table: "NewsletterIssues",
                columns: new[] { "DueAt", "Pace" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NewsletterSubscriptions_ConfirmedAt_AskedAt",
                table: "NewsletterSubscriptions",
                columns: new[] { "ConfirmedAt", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_NewsletterSubscriptions_DueAt_Id",
                table: "NewsletterSubscriptions",
                columns: new[] { "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_NewsletterSubscriptions_NormalizedEmail",
                table: "NewsletterSubscriptions",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NewsletterTallies_Pace_Topic_Count",
                table: "NewsletterTallies",
                columns: new[] { "Pace", "Topic", "Count" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NewsletterIssues");

            migrationBuilder.DropTable(
                name: "NewsletterSubscriptions");

            migrationBuilder.DropTable(
                name: "NewsletterTallies");
        }
    }
}
