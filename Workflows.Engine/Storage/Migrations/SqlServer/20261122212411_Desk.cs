using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Engine.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_work_items_department_role_due_on",
                table: "work_items");

            migrationBuilder.DropIndex(
                name: "ix_work_items_holder_id_due_on",
                table: "work_items");

            migrationBuilder.AddColumn<DateOnly>(
                name: "sorted_on",
                table: "work_items",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(9999, 12, 31));

            migrationBuilder.Sql("UPDATE work_items SET sorted_on = due_on WHERE due_on IS NOT NULL AND ended_at IS NULL");

            migrationBuilder.CreateTable(
                name: "desk_notes",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    case_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    work_item_id = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    opened_at = table.Column<long>(type: "bigint", nullable: true),
                    present_until = table.Column<long>(type: "bigint", nullable: true),
                    draft = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    draft_version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_notes", x => new { x.case_id, x.work_item_id, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "inbox_views",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    filter = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_views", x => new { x.account_id, x.name });
                });

            migrationBuilder.CreateIndex(
                name: "ix_work_items_department",
                table: "work_items",
                columns: new[] { "department", "sorted_on", "offered_at", "case_id", "work_item_id", "role" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_done",
                table: "work_items",
                columns: new[] { "holder_id", "ended_at" },
                filter: "ended_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_held",
                table: "work_items",
                columns: new[] { "holder_id", "sorted_on", "offered_at", "case_id", "work_item_id", "department" },
                filter: "ended_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "desk_notes");

            migrationBuilder.DropTable(
                name: "inbox_views");

            migrationBuilder.DropIndex(
                name: "ix_work_items_department",
                table: "work_items");

            migrationBuilder.DropIndex(
                name: "ix_work_items_done",
                table: "work_items");

            migrationBuilder.DropIndex(
                name: "ix_work_items_held",
                table: "work_items");

            migrationBuilder.DropColumn(
                name: "sorted_on",
                table: "work_items");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_department_role_due_on",
                table: "work_items",
                columns: new[] { "department", "role", "due_on" },
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_holder_id_due_on",
                table: "work_items",
                columns: new[] { "holder_id", "due_on" },
                filter: "ended_at IS NULL");
        }
    }
}
