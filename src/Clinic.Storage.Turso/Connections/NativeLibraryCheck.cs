using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Clinic.Storage.Turso;

/// <summary>Finds out once whether the app brought the native SQLite library.</summary>
internal static class NativeLibraryCheck
{
    internal const string Advice =
        "The native SQLite library was not found. Add the package SQLitePCLRaw.bundle_e_sqlite3 to the app " +
        "(dotnet add package SQLitePCLRaw.bundle_e_sqlite3); this library leaves the choice and its version to the app.";

    private static volatile bool present;

    /// <summary>Whether it has been loaded.</summary>
    public static bool IsPresent => present;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Without a provider the raw layer throws System.Exception itself.")]
    public static void EnsurePresent()
    {
        if (present) return;
        try
        {
            // The first connection initialises the bundle, where there is one.
            using var probe = new SqliteConnection();
            _ = raw.sqlite3_libversion_number();
            present = true;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(Advice, e);
        }
    }
}
