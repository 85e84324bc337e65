using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Engine.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Supervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rule_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    family = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    case_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    case_number = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    matter = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    matter_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    work_item_id = table.Column<int>(type: "INTEGER", nullable: true),
                    department = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    officer_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    officer_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reply_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    next_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    journal_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "score_months",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_by = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    scores = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_score_months", x => x.month);
                });

            migrationBuilder.CreateTable(
                name: "supervision_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    node = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    book_version = table.Column<int>(type: "INTEGER", nullable: false),
                    rules = table.Column<int>(type: "INTEGER", nullable: false),
                    entries_judged = table.Column<int>(type: "INTEGER", nullable: false),
                    clocks_overdue = table.Column<int>(type: "INTEGER", nullable: false),
                    clocks_running = table.Column<int>(type: "INTEGER", nullable: false),
                    cases_not_looked_at = table.Column<int>(type: "INTEGER", nullable: false),
                    alerts_raised = table.Column<int>(type: "INTEGER", nullable: false),
                    replies_lapsed = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alert_journal",
                columns: table => new
                {
                    alert_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    command = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    events = table.Column<byte[]>(type: "BLOB", nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alert_journal", x => new { x.alert_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_alert_journal_alert_id",
                        column: x => x.alert_id,
                        principalTable: "alerts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alert_journal_entered_at",
                table: "alert_journal",
                column: "entered_at");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_case_id",
                table: "alerts",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_changed_at",
                table: "alerts",
                column: "changed_at");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_department_issued_at",
                table: "alerts",
                columns: new[] { "department", "issued_at" });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_next_due_at",
                table: "alerts",
                column: "next_due_at",
                filter: "next_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_runs_at",
                table: "supervision_runs",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alert_journal");

            migrationBuilder.DropTable(
                name: "score_months");

            migrationBuilder.DropTable(
                name: "supervision_runs");

            migrationBuilder.DropTable(
                name: "alerts");
        }
    }
}
