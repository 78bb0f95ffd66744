using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCity.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Conversation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AbuseReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Target = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TargetId = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AbuseReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AbuseReports_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Comments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<long>(type: "INTEGER", nullable: true),
                    AuthorId = table.Column<long>(type: "INTEGER", nullable: true),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DepartmentId = table.Column<long>(type: "INTEGER", nullable: true),
                    IsSecret = table.Column<int>(type: "INTEGER", nullable: false),
                    SharedWithId = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    HiddenFor = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Html = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    TextMark = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SpamScore = table.Column<int>(type: "INTEGER", nullable: false),
                    SpamSigns = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    IdempotencyKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    EditedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Comments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Comments_Accounts_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Comments_Accounts_SharedWithId",
                        column: x => x.SharedWithId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Comments_Comments_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Comments_Departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "Departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ModerationCases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Target = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TargetId = table.Column<long>(type: "INTEGER", nullable: false),
                    WriterId = table.Column<long>(type: "INTEGER", nullable: true),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsWaiting = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReportCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModerationCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ModerationCases_Accounts_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ModerationCases_Accounts_WriterId",
                        column: x => x.WriterId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reactions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reactions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reactions_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SpamWords",
                columns: table => new
                {
                    Text = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    SpamCount = table.Column<int>(type: "INTEGER", nullable: false),
                    GoodCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpamWords", x => x.Text);
                });

            migrationBuilder.CreateTable(
                name: "Appeals",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    IsGranted = table.Column<bool>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Appeals_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appeals_Accounts_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appeals_ModerationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "ModerationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ModerationFacts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ActorId = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModerationFacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ModerationFacts_Accounts_ActorId",
                        column: x => x.ActorId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ModerationFacts_ModerationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "ModerationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AbuseReports_AccountId",
                table: "AbuseReports",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AbuseReports_Target_TargetId_AccountId",
                table: "AbuseReports",
                columns: new[] { "Target", "TargetId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_AccountId",
                table: "Appeals",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_CaseId",
                table: "Appeals",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_DecidedById",
                table: "Appeals",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AuthorId_CreatedAt_Id",
                table: "Comments",
                columns: new[] { "AuthorId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_DepartmentId",
                table: "Comments",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_IdempotencyKey",
                table: "Comments",
                column: "IdempotencyKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_ParentId_CreatedAt_Id",
                table: "Comments",
                columns: new[] { "ParentId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_SharedWithId",
                table: "Comments",
                column: "SharedWithId");

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Subject_SubjectId_ParentId_CreatedAt_Id",
                table: "Comments",
                columns: new[] { "Subject", "SubjectId", "ParentId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_TextMark_CreatedAt",
                table: "Comments",
                columns: new[] { "TextMark", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ModerationCases_DecidedById",
                table: "ModerationCases",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_ModerationCases_IsWaiting_Cause_OpenedAt_Id",
                table: "ModerationCases",
                columns: new[] { "IsWaiting", "Cause", "OpenedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ModerationCases_IsWaiting_OpenedAt_Id",
                table: "ModerationCases",
                columns: new[] { "IsWaiting", "OpenedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ModerationCases_Target_TargetId",
                table: "ModerationCases",
                columns: new[] { "Target", "TargetId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ModerationCases_WriterId",
                table: "ModerationCases",
                column: "WriterId");

            migrationBuilder.CreateIndex(
                name: "IX_ModerationFacts_ActorId",
                table: "ModerationFacts",
                column: "ActorId");

            migrationBuilder.CreateIndex(
                name: "IX_ModerationFacts_At_Id",
                table: "ModerationFacts",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ModerationFacts_CaseId",
                table: "ModerationFacts",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Reactions_AccountId",
                table: "Reactions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Reactions_Subject_SubjectId_AccountId",
                table: "Reactions",
                columns: new[] { "Subject", "SubjectId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reactions_Subject_SubjectId_Kind_AccountId",
                table: "Reactions",
                columns: new[] { "Subject", "SubjectId", "Kind", "AccountId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AbuseReports");

            migrationBuilder.DropTable(
                name: "Appeals");

            migrationBuilder.DropTable(
                name: "Comments");

            migrationBuilder.DropTable(
                name: "ModerationFacts");

            migrationBuilder.DropTable(
                name: "Reactions");

            migrationBuilder.DropTable(
                name: "SpamWords");

            migrationBuilder.DropTable(
                name: "ModerationCases");
        }
    }
}
