using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Workflows.Engine.Storage.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account_roles",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    normalized_name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_roles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_users",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    display_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false),
                    department = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    user_name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    password_hash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    security_stamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    phone_number = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "bit", nullable: false),
                    lockout_end = table.Column<long>(type: "bigint", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "bit", nullable: false),
                    access_failed_count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rule_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    family = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    level = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    is_open = table.Column<bool>(type: "bit", nullable: false),
                    case_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    case_number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    matter = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    matter_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    work_item_id = table.Column<int>(type: "int", nullable: true),
                    department = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    officer_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    officer_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    raised_at = table.Column<long>(type: "bigint", nullable: false),
                    issued_at = table.Column<long>(type: "bigint", nullable: true),
                    reply_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    next_due_at = table.Column<long>(type: "bigint", nullable: true),
                    changed_at = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    sequence = table.Column<int>(type: "int", nullable: false),
                    journal_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    service_code = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    service_version = table.Column<int>(type: "int", nullable: false),
                    service_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    applicant_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    applicant_id_number = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    channel = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    state = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    state_format = table.Column<int>(type: "int", nullable: false),
                    sequence = table.Column<int>(type: "int", nullable: false),
                    journal_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_unit = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    next_due_at = table.Column<long>(type: "bigint", nullable: true),
                    open_incidents = table.Column<int>(type: "int", nullable: false),
                    swept_until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "change_notes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    node = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    told_at = table.Column<long>(type: "bigint", nullable: false),
                    changes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_notes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "definitions",
                columns: table => new
                {
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    code = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<int>(type: "int", nullable: false),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    source = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    imported_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_definitions", x => new { x.kind, x.code, x.version });
                });

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
                name: "drafts",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    service_code = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    base_version = table.Column<int>(type: "int", nullable: true),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    files = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    remarks = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    changed_by_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    changed_by = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    changed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    content_type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    stored_at = table.Column<long>(type: "bigint", nullable: false),
                    stored_by = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => x.id);
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

            migrationBuilder.CreateTable(
                name: "journal_anchors",
                columns: table => new
                {
                    number = table.Column<int>(type: "int", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    taken_at = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "int", nullable: false),
                    ends = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    previous_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_anchors", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "numbers",
                columns: table => new
                {
                    series = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_numbers", x => x.series);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    code = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    builder_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    investment = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    status = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    stage = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    registered_at = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    sequence = table.Column<int>(type: "int", nullable: false),
                    journal_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projects", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    xml = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "score_months",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: false),
                    closed_by = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    scores = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_score_months", x => x.month);
                });

            migrationBuilder.CreateTable(
                name: "supervision_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    node = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    book_version = table.Column<int>(type: "int", nullable: false),
                    rules = table.Column<int>(type: "int", nullable: false),
                    entries_judged = table.Column<int>(type: "int", nullable: false),
                    clocks_overdue = table.Column<int>(type: "int", nullable: false),
                    clocks_running = table.Column<int>(type: "int", nullable: false),
                    cases_not_looked_at = table.Column<int>(type: "int", nullable: false),
                    alerts_raised = table.Column<int>(type: "int", nullable: false),
                    replies_lapsed = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_role_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    role_id = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    claim_type = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    claim_value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_role_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_role_claims_role_id",
                        column: x => x.role_id,
                        principalTable: "account_roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    user_id = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    claim_type = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    claim_value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_user_claims_user_id",
                        column: x => x.user_id,
                        principalTable: "account_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    provider_key = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    provider_display_name = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    user_id = table.Column<string>(type: "nvarchar(450)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_user_logins_user_id",
                        column: x => x.user_id,
                        principalTable: "account_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_user_roles",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    role_id = table.Column<string>(type: "nvarchar(450)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_user_roles", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "fk_account_user_roles_role_id",
                        column: x => x.role_id,
                        principalTable: "account_roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_account_user_roles_user_id",
                        column: x => x.user_id,
                        principalTable: "account_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_user_tokens",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    login_provider = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    name = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_user_tokens_user_id",
                        column: x => x.user_id,
                        principalTable: "account_users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alert_journal",
                columns: table => new
                {
                    alert_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sequence = table.Column<int>(type: "int", nullable: false),
                    command = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    actor_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    events = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    previous_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
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

            migrationBuilder.CreateTable(
                name: "case_departments",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    department = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_departments", x => new { x.case_id, x.department });
                    table.ForeignKey(
                        name: "fk_case_departments_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clocks",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    clock_id = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    matter = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    work_item_id = table.Column<int>(type: "int", nullable: true),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: true),
                    is_stopped = table.Column<bool>(type: "bit", nullable: false),
                    expired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    met = table.Column<bool>(type: "bit", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clocks", x => new { x.case_id, x.clock_id });
                    table.ForeignKey(
                        name: "fk_clocks_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sequence = table.Column<int>(type: "int", nullable: false),
                    command_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    command = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    actor_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    actor = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    happened_at = table.Column<long>(type: "bigint", nullable: false),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    events = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    previous_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => new { x.case_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_journal_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "message_deliveries",
                columns: table => new
                {
                    key = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    case_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_deliveries", x => x.key);
                    table.ForeignKey(
                        name: "fk_message_deliveries_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    case_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sequence = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    payload = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    idempotency_key = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    consumer = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: false),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    last_error = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waits",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    subscription_id = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    correlation = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waits", x => new { x.case_id, x.subscription_id });
                    table.ForeignKey(
                        name: "fk_waits_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    work_item_id = table.Column<int>(type: "int", nullable: false),
                    element_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    matter = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    matter_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    department = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    role = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    holder_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    holder_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    offered_at = table.Column<long>(type: "bigint", nullable: false),
                    claimed_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    outcome = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_unit = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    sorted_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_items", x => new { x.case_id, x.work_item_id });
                    table.ForeignKey(
                        name: "fk_work_items_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_files",
                columns: table => new
                {
                    case_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    file_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_files", x => new { x.case_id, x.file_id });
                    table.ForeignKey(
                        name: "fk_case_files_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_case_files_file_id",
                        column: x => x.file_id,
                        principalTable: "files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_departments",
                columns: table => new
                {
                    project_code = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    department = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    project_code = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sequence = table.Column<int>(type: "int", nullable: false),
                    command = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    actor_id = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    events = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    previous_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
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
                    project_code = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    table_code = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    row_key = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    values_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                name: "ix_account_role_claims_role_id",
                table: "account_role_claims",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_roles_normalized_name",
                table: "account_roles",
                column: "normalized_name",
                unique: true,
                filter: "[normalized_name] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_account_user_claims_user_id",
                table: "account_user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_user_logins_user_id",
                table: "account_user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_user_roles_role_id",
                table: "account_user_roles",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_users_normalized_email",
                table: "account_users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_account_users_normalized_user_name",
                table: "account_users",
                column: "normalized_user_name",
                unique: true,
                filter: "[normalized_user_name] IS NOT NULL");

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
                name: "ix_case_departments_department_case_id",
                table: "case_departments",
                columns: new[] { "department", "case_id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_files_file_id",
                table: "case_files",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_applicant_id_number",
                table: "cases",
                column: "applicant_id_number");

            migrationBuilder.CreateIndex(
                name: "ix_cases_next_due_at",
                table: "cases",
                column: "next_due_at",
                filter: "next_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_number",
                table: "cases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_received_at",
                table: "cases",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_cases_state_format_open_incidents",
                table: "cases",
                columns: new[] { "state_format", "open_incidents" });

            migrationBuilder.CreateIndex(
                name: "ix_clocks_due_on",
                table: "clocks",
                column: "due_on",
                filter: "ended_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_service_code",
                table: "drafts",
                column: "service_code");

            migrationBuilder.CreateIndex(
                name: "ix_journal_case_id_command_id",
                table: "journal",
                columns: new[] { "case_id", "command_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_journal_entered_at",
                table: "journal",
                column: "entered_at");

            migrationBuilder.CreateIndex(
                name: "ix_message_deliveries_case_id",
                table: "message_deliveries",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_case_id",
                table: "outbox",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due_at_id",
                table: "outbox",
                columns: new[] { "due_at", "id" },
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_idempotency_key_consumer",
                table: "outbox",
                columns: new[] { "idempotency_key", "consumer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_project_departments_department",
                table: "project_departments",
                column: "department");

            migrationBuilder.CreateIndex(
                name: "ix_projects_registered_at",
                table: "projects",
                column: "registered_at");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_runs_at",
                table: "supervision_runs",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_waits_name_correlation",
                table: "waits",
                columns: new[] { "name", "correlation" },
                filter: "state = 'Open'");

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
                name: "account_role_claims");

            migrationBuilder.DropTable(
                name: "account_user_claims");

            migrationBuilder.DropTable(
                name: "account_user_logins");

            migrationBuilder.DropTable(
                name: "account_user_roles");

            migrationBuilder.DropTable(
                name: "account_user_tokens");

            migrationBuilder.DropTable(
                name: "alert_journal");

            migrationBuilder.DropTable(
                name: "case_departments");

            migrationBuilder.DropTable(
                name: "case_files");

            migrationBuilder.DropTable(
                name: "change_notes");

            migrationBuilder.DropTable(
                name: "clocks");

            migrationBuilder.DropTable(
                name: "definitions");

            migrationBuilder.DropTable(
                name: "desk_notes");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "inbox_views");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "journal_anchors");

            migrationBuilder.DropTable(
                name: "message_deliveries");

            migrationBuilder.DropTable(
                name: "numbers");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "project_departments");

            migrationBuilder.DropTable(
                name: "project_journal");

            migrationBuilder.DropTable(
                name: "project_uploads");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "score_months");

            migrationBuilder.DropTable(
                name: "supervision_runs");

            migrationBuilder.DropTable(
                name: "waits");

            migrationBuilder.DropTable(
                name: "work_items");

            migrationBuilder.DropTable(
                name: "account_roles");

            migrationBuilder.DropTable(
                name: "account_users");

            migrationBuilder.DropTable(
                name: "alerts");

            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "projects");

            migrationBuilder.DropTable(
                name: "cases");
        }
    }
}
