using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCity.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class OutsideAccountIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A column of the primary key does not change while the key stands on it.
            migrationBuilder.DropPrimaryKey(name: "PK_AccountLogins", table: "AccountLogins");
            migrationBuilder.AlterColumn<string>(
                name: "ProviderKey",
                table: "AccountLogins",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(128)",
                oldMaxLength: 128);
            migrationBuilder.AddPrimaryKey(
                name: "PK_AccountLogins",
                table: "AccountLogins",
                columns: ["LoginProvider", "ProviderKey"]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(name: "PK_AccountLogins", table: "AccountLogins");
            migrationBuilder.AlterColumn<string>(
                name: "ProviderKey",
                table: "AccountLogins",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(128)",
                oldMaxLength: 128,
                oldCollation: "Latin1_General_100_BIN2");
            migrationBuilder.AddPrimaryKey(
                name: "PK_AccountLogins",
                table: "AccountLogins",
                columns: ["LoginProvider", "ProviderKey"]);
        }
    }
}
