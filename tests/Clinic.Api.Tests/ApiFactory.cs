using Clinic.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Api.Tests;

/// <summary>The API with the demo clinic, in memory or on a database file of its own, and a clock that stands still.</summary>
public sealed class ApiFactory : WebApplicationFactory<Program>
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"clinic-api-{Guid.NewGuid():N}");
    private readonly Dictionary<string, string> settings = new(StringComparer.Ordinal);
    private Action<IServiceCollection>? services;
    private string environment = "Development";

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 2, 15, 0));

    public static ApiFactory InMemory() => new ApiFactory().Set("Clinic:Storage", "memory");

    public static ApiFactory OnFile() => new();

    public static ApiFactory Of(string storage) => storage == "memory" ? InMemory() : OnFile();

    public ApiFactory Set(string key, string value)
    {
        settings[key] = value;
        return this;
    }

    public ApiFactory In(string name)
    {
        environment = name;
        return this;
    }

    public ApiFactory With(Action<IServiceCollection> configure)
    {
        services += configure;
        return this;
    }

    public async Task<ApiCaller> AsAsync(string signInName, string password = Demo.DemoPeople.Password)
    {
        var caller = new ApiCaller(CreateClient());
        await caller.SignInAsync(signInName, password);
        return caller;
    }

    public ApiCaller Anonymous() => new(CreateClient());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("Clinic:DataSource", Path.Combine(folder, "clinic.db"));
        builder.UseSetting("Clinic:RunJobs", "false");
        builder.UseSetting("Clinic:Credentials:Iterations", "1000");
        builder.UseSetting("Clinic:Authentication:SignInsPerMinute", "10000");
        builder.UseSetting("Logging:LogLevel:Default", "Critical");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(s =>
        {
            s.AddSingleton<IClock>(Clock);
            services?.Invoke(s);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
