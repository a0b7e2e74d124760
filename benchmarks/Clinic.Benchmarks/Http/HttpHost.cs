using System.Collections.Concurrent;
using System.Globalization;
using Clinic.Abstractions;
using Clinic.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Clinic.Benchmarks.Http;

/// <summary>The API with the demo people, served by Kestrel on a free loopback port, on a file of its own or on a libSQL server.</summary>
internal sealed class HttpHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private HttpHost(WebApplication app, DirectoryInfo folder, ConcurrentQueue<TripTally> handOvers)
    {
        this.app = app;
        this.folder = folder;
        HandOvers = handOvers;
    }

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>One tally for every hand-over that was asked for.</summary>
    public ConcurrentQueue<TripTally> HandOvers { get; }

    /// <param name="server">The address of the server, or null for a file.</param>
    /// <param name="iterations">How slow a PIN is to verify.</param>
    public static async Task<HttpHost> StartAsync(string? server, int iterations)
    {
        var folder = Directory.CreateTempSubdirectory("clinic-bench-");
        var handOvers = new ConcurrentQueue<TripTally>();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(Settings(folder.FullName, server, iterations));
        builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddClinicApi();
        Count(builder.Services);
        var app = builder.Build();
        app.Use(async (http, next) =>
        {
            var tally = Trips.Current = new TripTally();
            await next(http);
            if (http.Request.Path == "/api/v1/hand-overs") handOvers.Enqueue(tally);
        });
        app.UseClinicApi();
        await app.StartAsync();
        return new(app, folder, handOvers);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static Dictionary<string, string?> Settings(string folder, string? server, int iterations) => new()
    {
        ["DB_MODE"] = server is null ? "local" : "remote",
        ["TURSO_DATABASE_URL"] = server,
        ["Clinic:DataFolder"] = Path.Combine(folder, "clinic-data"),
        ["Clinic:DataSource"] = Path.Combine(folder, "clinic.db"),
        ["Clinic:Demo"] = "true",
        ["Clinic:RunJobs"] = "false",
        ["Clinic:Credentials:Iterations"] = iterations.ToString(CultureInfo.InvariantCulture),
        // All clients name the same people, whose proofs at the same moment would else count as guessing.
        ["Clinic:Credentials:AttemptsPerPerson"] = "100",
        ["Logging:LogLevel:Default"] = "Error",
    };

    private static void Count(IServiceCollection services)
    {
        var plain = services.Single(s => s.ServiceType == typeof(ICommitStore));
        services.Remove(plain);
        services.AddSingleton<ICommitStore>(p => new CountedCommits((ICommitStore)plain.ImplementationFactory!(p)));
    }
}
