using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialCity.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class BigCity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ComplaintTallies_State_CategoryId_DistrictId_DepartmentId",
                table: "ComplaintTallies");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_DepartmentId_IsOpen_DueAt",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_IsListed_CategoryId_ReceivedAt_Id",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_IsListed_DepartmentId_ReceivedAt_Id",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_IsListed_DistrictId_ReceivedAt_Id",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_IsListed_State_ReceivedAt_Id",
                table: "Complaints");

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintTallies_State_DistrictId_CategoryId_DepartmentId_Count",
                table: "ComplaintTallies",
                columns: new[] { "State", "DistrictId", "CategoryId", "DepartmentId", "Count" });

            // In the order of the other database, where it matters.
            migrationBuilder.CreateIndex(
                name: "IX_Complaints_IsListed_State_AnsweredAt",
                table: "Complaints",
                columns: new[] { "IsListed", "State", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_IsListed_State_ReceivedAt_Id_CategoryId_DistrictId_DepartmentId_IsOpen",
                table: "Complaints",
                columns: new[] { "IsListed", "State", "ReceivedAt", "Id", "CategoryId", "DistrictId", "DepartmentId", "IsOpen" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_IsListed_IsOpen_ReceivedAt_Id_CategoryId_DistrictId_DepartmentId_State",
                table: "Complaints",
                columns: new[] { "IsListed", "IsOpen", "ReceivedAt", "Id", "CategoryId", "DistrictId", "DepartmentId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_IsListed_DepartmentId_ReceivedAt_Id_State_IsOpen_CategoryId_DistrictId",
                table: "Complaints",
                columns: new[] { "IsListed", "DepartmentId", "ReceivedAt", "Id", "State", "IsOpen", "CategoryId", "DistrictId" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_IsListed_DistrictId_ReceivedAt_Id_State_IsOpen_DepartmentId",
                table: "Complaints",
                columns: new[] { "IsListed", "DistrictId", "ReceivedAt", "Id", "State", "IsOpen", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_IsListed_CategoryId_ReceivedAt_Id_State_IsOpen_DepartmentId",
                table: "Complaints",
                columns: new[] { "IsListed", "CategoryId", "ReceivedAt", "Id", "State", "IsOpen", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_IsListed_CategoryId_DistrictId_ReceivedAt_Id",
                table: "Complaints",
                columns: new[] { "IsListed", "CategoryId", "DistrictId", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_DepartmentId_IsOpen_DueAt_Id_State_OfficerId_ForManager_DutyId_VeryLateAt",
                table: "Complaints",
                columns: new[] { "DepartmentId", "IsOpen", "DueAt", "Id", "State", "OfficerId", "ForManager", "DutyId", "VeryLateAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_DepartmentId_IsOpen_ChangedAt_Id_OfficerId",
                table: "Complaints",
                columns: new[] { "DepartmentId", "IsOpen", "ChangedAt", "Id", "OfficerId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ComplaintTallies_State_DistrictId_CategoryId_DepartmentId_Count",
                table: "ComplaintTallies");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_DepartmentId_IsOpen_ChangedAt_Id_OfficerId",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_DepartmentId_IsOpen_DueAt_Id_State_OfficerId_ForManager_DutyId_VeryLateAt",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_IsListed_CategoryId_DistrictId_ReceivedAt_Id",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_IsListed_CategoryId_ReceivedAt_Id_State_IsOpen_DepartmentId",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_IsListed_DepartmentId_ReceivedAt_Id_State_IsOpen_CategoryId_DistrictId",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_IsListed_DistrictId_ReceivedAt_Id_State_IsOpen_DepartmentId",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_IsListed_IsOpen_ReceivedAt_Id_CategoryId_DistrictId_DepartmentId_State",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_IsListed_State_AnsweredAt",
                table: "Complaints");

            migrationBuilder.DropIndex(
                name: "IX_Complaints_IsListed_State_ReceivedAt_Id_CategoryId_DistrictId_DepartmentId_IsOpen",
                table: "Complaints");

            migrationBuilder.CreateIndex(
                name: "IX_ComplaintTallies_State_CategoryId_DistrictId_DepartmentId",
                table: "ComplaintTallies",
                columns: new[] { "State", "CategoryId", "DistrictId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_DepartmentId_IsOpen_DueAt",
                table: "Complaints",
                columns: new[] { "DepartmentId", "IsOpen", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_IsListed_CategoryId_ReceivedAt_Id",
                table: "Complaints",
                columns: new[] { "IsListed", "CategoryId", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_IsListed_DepartmentId_ReceivedAt_Id",
                table: "Complaints",
                columns: new[] { "IsListed", "DepartmentId", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_IsListed_DistrictId_ReceivedAt_Id",
                table: "Complaints",
                columns: new[] { "IsListed", "DistrictId", "ReceivedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Complaints_IsListed_State_ReceivedAt_Id",
                table: "Complaints",
                columns: new[] { "IsListed", "State", "ReceivedAt", "Id" });
        }
    }
}
