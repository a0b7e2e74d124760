namespace Clinic.Servers.Alone.Tests;

/// <summary>Servers of the test's own; skips on a laptop without the program, and fails in CI.</summary>
internal static class Servers
{
    public static async Task<SqldServer> StartAsync(SqldOptions? options = null)
    {
        try
        {
            return await SqldServer.StartAsync(options);
        }
        catch (ServerMissingException e)
        {
            if (ServerMissingException.MustFail) Assert.Fail(e.Message);
            Assert.Skip(e.Message);
            throw;
        }
    }
}
