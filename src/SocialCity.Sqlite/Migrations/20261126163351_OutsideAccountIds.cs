using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCity.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OutsideAccountIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
