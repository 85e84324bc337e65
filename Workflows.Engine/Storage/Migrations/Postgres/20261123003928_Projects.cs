using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Engine.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Projects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    builder_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    investment = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    status = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    stage = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    registered_at = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    journal_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projects", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "project_departments",
                columns: table => new
                {
                    project_code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    department = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_departments", x => new { x.project_code, x.department });
                    table.ForeignKey(
                        name: "fk_project_departments_project_code",
                        column: x => x.project_code,
                        principalTable: "projects",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_journal",
                columns: table => new
                {
                    project_code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    command = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    actor_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    events = table.Column<byte[]>(type: "bytea", nullable: false),
                    previous_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_journal", x => new { x.project_code, x.sequence });
                    table.ForeignKey(
                        name: "fk_project_journal_project_code",
                        column: x => x.project_code,
                        principalTable: "projects",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_uploads",
                columns: table => new
                {
                    project_code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    table_code = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    row_key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    values_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    reported_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_uploads", x => new { x.project_code, x.table_code, x.row_key });
                    table.ForeignKey(
                        name: "fk_project_uploads_project_code",
                        column: x => x.project_code,
                        principalTable: "projects",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_project_departments_department",
                table: "project_departments",
                column: "department");

            migrationBuilder.CreateIndex(
                name: "ix_projects_registered_at",
                table: "projects",
                column: "registered_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "project_departments");

            migrationBuilder.DropTable(
                name: "project_journal");

            migrationBuilder.DropTable(
                name: "project_uploads");

            migrationBuilder.DropTable(
                name: "projects");
        }
    }
}
