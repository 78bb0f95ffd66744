using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCity.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SearchMonths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            SqlServerSearch.AddMonths(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            SqlServerSearch.RemoveMonths(migrationBuilder);
        }
    }
}
