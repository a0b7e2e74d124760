using System.Reflection;
using System.Runtime.Loader;

namespace Clinic.Storage.Turso.Tests;

public class NativeLibraryTests
{
    [Fact]
    public void Without_a_native_library_the_error_names_the_package_to_add()
    {
        // A second copy of the assemblies, in which the bundle cannot be found.
        var context = new WithoutBundle();
        var check = context.LoadFromAssemblyPath(typeof(TursoOptions).Assembly.Location).GetType("Clinic.Storage.Turso.NativeLibraryCheck")!;

        var e = Assert.Throws<TargetInvocationException>(() => check.GetMethod("EnsurePresent")!.Invoke(null, null));

        Assert.IsType<InvalidOperationException>(e.InnerException);
        Assert.Contains("SQLitePCLRaw.bundle_e_sqlite3", e.InnerException!.Message, StringComparison.Ordinal);
        Assert.NotNull(e.InnerException.InnerException);
    }

    private sealed class WithoutBundle() : AssemblyLoadContext("without bundle")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var name = assemblyName.Name!;
            if (name.StartsWith("SQLitePCLRaw.batteries", StringComparison.Ordinal) || name.StartsWith("SQLitePCLRaw.provider", StringComparison.Ordinal))
                throw new FileNotFoundException(name);
            return name is "SQLitePCLRaw.core" or "Microsoft.Data.Sqlite"
                ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name + ".dll"))
                : null;
        }
    }
}
