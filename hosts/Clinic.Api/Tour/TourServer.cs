using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Clinic.Api.Tour;

/// <summary>The API on a free loopback port, with a database of its own that goes when the tour ends.</summary>
/// <remarks>With DB_MODE=remote it is the server of TURSO_DATABASE_URL, and a tenant of its own that stays there.</remarks>
internal sealed class TourServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private TourServer(WebApplication app, DirectoryInfo folder)
    {
        this.app = app;
        this.folder = folder;
    }

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<TourServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("clinic-tour-");
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(Remote()).AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Clinic:DataFolder"] = Path.Combine(folder.FullName, "clinic-data"),
                ["Clinic:DataSource"] = Path.Combine(folder.FullName, "clinic.db"),
                ["Clinic:Demo"] = "true",
                ["Clinic:RunJobs"] = "true",
                ["Logging:LogLevel:Default"] = "None",
            });
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.AddClinicApi();
            var app = builder.Build();
            app.UseClinicApi();
            await app.StartAsync();
            return new(app, folder);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    private static Dictionary<string, string?> Remote()
    {
        var settings = Environment.GetEnvironmentVariables();
        if (!string.Equals(settings["DB_MODE"] as string, "remote", StringComparison.OrdinalIgnoreCase)) return [];
        return settings.Keys.Cast<string>().Where(name => name == "DB_MODE" || name.StartsWith("TURSO_", StringComparison.Ordinal))
            .ToDictionary(name => name, name => settings[name] as string)
            .Append(new("Clinic:Tenant", Guid.CreateVersion7().ToString())).ToDictionary();
    }

    public Task WaitAsync() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
