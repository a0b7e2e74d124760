using Microsoft.Data.Sqlite;

namespace Clinic.Storage.Turso;

/// <summary>Tells our databases from those of others by the application id in the file header.</summary>
internal static class DatabaseIdentity
{
    /// <summary>The letters CLNC; permanent.</summary>
    public const int ApplicationId = 0x434C_4E43;

    /// <summary>Says whether the database is empty, and refuses one that belongs to somebody else.</summary>
    public static bool IsEmpty(PhysicalConnection connection, string path)
    {
        try
        {
            var (id, objects) = Look(connection);
            if (id == ApplicationId) return false;
            if (id == 0 && objects == 0) return true;
            throw SqliteErrors.Refused($"The database {path} belongs to another application; nothing was changed in it.");
        }
        catch (SqliteException e) when (!SqliteErrors.IsBusy(e))
        {
            throw SqliteErrors.Refused($"The file {path} cannot be used. {SqliteErrors.Translate(e).Message}", e);
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.Translate(e);
        }
    }

    // Both in one snapshot, or a migration that commits in between would look like somebody else's tables.
    private static (long? Id, long? Objects) Look(PhysicalConnection connection)
    {
        connection.Script("BEGIN");
        try
        {
            var objects = connection.Scalar("SELECT count(*) FROM sqlite_master");
            return (connection.Scalar("PRAGMA application_id"), objects);
        }
        finally
        {
            if (connection.IsInTransaction) connection.Script("ROLLBACK");
        }
    }
}
