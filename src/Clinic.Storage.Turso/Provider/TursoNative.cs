using System.Reflection;
using System.Runtime.InteropServices;

namespace Clinic.Storage.Turso;

/// <summary>Loads another native SQLite library than the one that comes with the bundle of the app.</summary>
/// <remarks>The bundle that restores with this package holds SQLite 3.35.5 of 2021; corrections since then are in newer libraries only.</remarks>
public static class TursoNative
{
    private const string Provider = "SQLitePCLRaw.provider.e_sqlite3";
    private const string Bundled = "e_sqlite3";
    private const int Oldest = 3_035_000;

    private static readonly Lock Gate = new();
    private static string? used;

    /// <summary>The version of the native library in use, as <c>3.35.5</c>; loads it if need be.</summary>
    public static string Version
    {
        get
        {
            NativeLibraryCheck.EnsurePresent();
            return SQLitePCL.raw.sqlite3_libversion().utf8_to_string();
        }
    }

    /// <summary>Loads a library, such as <c>libsqlite3.so.0</c> or a full path, for this process; call it before the first connection.</summary>
    /// <exception cref="InvalidOperationException">Another library is in use already, or the app has no bundle to stand in for.</exception>
    /// <exception cref="DllNotFoundException">There is no such library.</exception>
    public static void Use(string library)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(library);
        lock (Gate)
        {
            if (used == library) return;
            if (used is not null) throw new InvalidOperationException($"The native library {used} is in use already; a process has one.");
            if (NativeLibraryCheck.IsPresent) throw new InvalidOperationException($"The native library is in use already; choose {library} before the first connection.");
            var loaded = NativeLibrary.Load(library);
            Redirect(loaded, library);
            used = library;
        }

        NativeLibraryCheck.EnsurePresent();
        if (SQLitePCL.raw.sqlite3_libversion_number() < Oldest)
            throw new InvalidOperationException($"The native library {library} is SQLite {Version}; 3.35 or newer is needed.");
    }

    private static void Redirect(nint loaded, string library)
    {
        Assembly provider;
        try
        {
            provider = Assembly.Load(Provider);
        }
        catch (FileNotFoundException e)
        {
            throw new InvalidOperationException(NativeLibraryCheck.Advice, e);
        }

        try
        {
            NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == Bundled ? loaded : 0);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException($"The app resolves the native library of {Provider} itself; {library} was not taken.", e);
        }
    }
}
