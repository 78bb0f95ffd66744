using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCity.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchMonths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            SqliteSearch.AddMonths(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            SqliteSearch.RemoveMonths(migrationBuilder);
        }
    }
}
