using Clinic.Servers;

[assembly: AssemblyFixture(typeof(Clinic.Storage.Remote.Tests.Servers))]

namespace Clinic.Storage.Remote.Tests;

/// <summary>The servers that tests share, started when first asked for.</summary>
public sealed class Servers : IAsyncDisposable
{
    private readonly Lazy<Task<SqldServer>> single = new(() => SqldServer.StartAsync());
    private readonly Lazy<Task<SqldServer>> spaces = new(() => SqldServer.StartAsync(new SqldOptions { Namespaces = true, Extra = ["--max-active-namespaces", "1000"] }));

    /// <summary>A server with one database, shared by all tests.</summary>
    public Task<SqldServer> SingleAsync() => OrSkip(() => single.Value);

    /// <summary>A server with namespaces, in which each test makes its own.</summary>
    public Task<SqldServer> SpacesAsync() => OrSkip(() => spaces.Value);

    /// <summary>A server of the test's own.</summary>
    public static Task<SqldServer> OwnAsync(SqldOptions? options = null) => OrSkip(() => SqldServer.StartAsync(options));

    /// <summary>Skips on a laptop without the programs, and fails in CI.</summary>
    public static async Task<T> OrSkip<T>(Func<Task<T>> start)
    {
        try
        {
            return await start();
        }
        catch (ServerMissingException e)
        {
            if (ServerMissingException.MustFail) Assert.Fail(e.Message);
            Assert.Skip(e.Message);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { single, spaces })
        {
            if (server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await server.Value).DisposeAsync();
        }
    }
}
