using System.Diagnostics;
using System.Text.Json.Nodes;
using Clinic.Api.Tour;
using Clinic.Servers;

namespace Clinic.Benchmarks.Http;

/// <summary>The real hand-over over HTTP: on a file, on a libSQL server turn by turn with it, and there with 8 clients at once.</summary>
internal static class HandOverHttp
{
    private const int Clients = 8;

    /// <summary>Measures.</summary>
    /// <param name="calls">Hand-overs by one client in each storage after half as many to warm up; as many again by 8 clients.</param>
    /// <param name="iterations">How slow a PIN is to verify.</param>
    public static async Task<IReadOnlyList<HandOverFigures>> MeasureAsync(int calls, int iterations)
    {
        using var trips = new Trips();
        await using var server = await SqldServer.StartAsync();
        await using var local = await HttpHost.StartAsync(null, iterations);
        await using var remote = await HttpHost.StartAsync(server.Url, iterations);
        var (here, there) = (await HttpWard.OpenAsync(local.Address), await HttpWard.OpenAsync(remote.Address));
        var warmUps = calls / 2;
        var preparing = here.ReadyAsync(calls + warmUps);
        var prepared = await there.ReadyAsync(calls + warmUps + calls);
        var (onFile, onServer, together) = (await preparing, prepared.SkipLast(calls).ToArray(), prepared.TakeLast(calls).ToArray());

        var (fileTimes, serverTimes) = (new List<double>(), new List<double>());
        for (var i = 0; i < calls + warmUps; i++)
        {
            if (i == warmUps) Forget(local, remote);
            Keep(fileTimes, i >= warmUps, await TimeAsync(here, onFile[i]));
            Keep(serverTimes, i >= warmUps, await TimeAsync(there, onServer[i]));
        }

        var (fileTrips, serverTrips) = (local.HandOvers.ToArray(), remote.HandOvers.ToArray());
        Forget(local, remote);
        var crowd = await Task.WhenAll(together.Chunk((calls + Clients - 1) / Clients).Select((part, i) => AllAsync(there, part, i + 1)));
        return
        [
            new("local, 1 client", fileTimes, 0, fileTrips),
            new("remote, 1 client", serverTimes, 0, serverTrips),
            new($"remote, {Clients} clients", [.. crowd.SelectMany(c => c.Times)], crowd.Sum(c => c.Failed), [.. remote.HandOvers]),
        ];
    }

    private static void Keep(List<double> times, bool isWarm, double time)
    {
        if (isWarm) times.Add(time);
    }

    private static void Forget(params HttpHost[] hosts)
    {
        foreach (var host in hosts) host.HandOvers.Clear();
    }

    private static async Task<(List<double> Times, int Failed)> AllAsync(HttpWard ward, JsonObject[] bodies, int window)
    {
        var times = new List<double>();
        foreach (var body in bodies)
        {
            try
            {
                times.Add(await TimeAsync(ward, body, window));
            }
            catch (TourFailure e)
            {
                await Console.Error.WriteLineAsync($"hand-over over HTTP, {Clients} clients: {e.Message}");
            }
        }

        return (times, bodies.Length - times.Count);
    }

    private static async Task<double> TimeAsync(HttpWard ward, JsonObject body, int window = 1)
    {
        var began = Stopwatch.GetTimestamp();
        await ward.HandOverAsync(body, window);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
