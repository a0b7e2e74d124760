using Clinic.Servers;

namespace Clinic.Soak;

/// <summary>Kills the server now and then, and starts it again after a while.</summary>
internal static class Killer
{
    public static async Task<int> RunAsync(SqldServer server, int seed, CancellationToken ending)
    {
        var random = new Random(seed);
        var kills = 0;
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(10 + random.Next(15)), ending);
                await server.KillAsync();
                kills++;
                await Task.Delay(random.Next(0, 1500), CancellationToken.None);
                await server.RestartAsync();
            }
        }
        catch (OperationCanceledException)
        {
            return kills;
        }
    }
}
