using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Workflows.Engine.Storage;

/// <summary>The program does not start on the database that it is given; the sentence says why and what to do.</summary>
public sealed class DatabaseRefusedException(string message, Exception? reason = null) : Exception(message, reason)
{
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;

    private static readonly string[] Secrets = ["Password", "Pwd", "User Password", "Passfile", "SSL Password"];

    /// <summary>The refusal that a failure means; null for a failure of another kind, which is a bug.</summary>
    internal static DatabaseRefusedException? Explain(DatabaseProvider provider, string? connection, Exception exception)
    {
        var setting = $"{DatabaseOptions.Section}:ConnectionString";
        return exception switch
        {
            SqliteException { SqliteErrorCode: ReadOnly } => new($"Expected to write the database '{Shown(connection)}', but it is read-only: check the disk, the owner of the file and of its folder, and Mode in {setting}.", exception),
            SqliteException { SqliteErrorCode: CannotOpen } or IOException or UnauthorizedAccessException =>
                new($"Expected to open the database '{Shown(connection)}', but it cannot be opened ({exception.Message}): check that its folder in {setting} exists and can be written.", exception),
            ArgumentException => new($"Expected a connection string for {provider} in {setting}, but it cannot be read: {exception.Message}", exception),
            NpgsqlException or SqlException or SocketException or TimeoutException =>
                new($"Expected to reach the database '{Shown(connection)}', but {provider} says: {exception.Message} Check {setting}, and that the server runs.", exception),
            InvalidOperationException { InnerException: { } inner } => Explain(provider, connection, inner),
            _ => null,
        };
    }

    /// <summary>The connection string without what is secret in it.</summary>
    private static string Shown(string? connection)
    {
        if (connection is null)
        {
            return "App_Data/workflows.db";
        }

        var parts = new DbConnectionStringBuilder { ConnectionString = connection };
        foreach (var secret in Secrets)
        {
            parts.Remove(secret);
        }

        return parts.ConnectionString;
    }
}
