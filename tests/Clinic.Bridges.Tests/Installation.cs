using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Clinic.Bridges.Tests;

/// <summary>An in-memory clinic with one site, and a host whose jobs are chosen by the test.</summary>
public sealed class Installation : IDisposable
{
    private readonly IHost host;

    public Installation(Action<IServiceCollection>? configure = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<IClock>(Clock);
        builder.Services.AddClinicPharmacy().UseInMemory();
        builder.Services.AddClinicAdministration(o => o.Iterations = 1000);
        configure?.Invoke(builder.Services);
        host = builder.Build();
    }

    public static TenantId Tenant { get; } = TenantId.Parse("0190f0c0-0000-7000-8000-0000000000aa");

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 2, 15, 0));

    public IHost Host => host;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public CommandContext X(Actor? actor = null) => new(Tenant, new SiteId(Tenant.Value), actor ?? Actor.System, "test", Get<IIdGenerator>().Next<CommandId>());

    public async Task<SiteId> OpenAsync() =>
        (await Get<SiteAdministration>().AddAsync(X(), new AddSite("Sede", "America/Guayaquil", Currency.Usd), Stop)).Id;

    /// <summary>Commits one event of a type.</summary>
    public Task<Guid> PublishAsync(string type, string json = "{}") => Get<IUnitOfWork>().RunAsync(X(), new Publishing(type), (unit, _) =>
    {
        unit.Publish(type, json);
        return Task.FromResult(Guid.NewGuid());
    }, Stop);

    public void Dispose() => host.Dispose();

    private sealed record Publishing(string Type) : ICommand<Guid>
    {
        public string Name => "test.publish";

        public void Describe(IPayloadWriter payload) => payload.Write("type", Type);
    }
}
