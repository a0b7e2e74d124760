using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Storage.Turso;
using Clinic.Testing;
using Clinic.Testing.Wards;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Racer;

/// <summary>The clinic with wards on a database file, as every process sees it.</summary>
public sealed class Hall : IDisposable
{
    // Every process must hash payloads alike, or a repeated command would look like another one.
    private static readonly PayloadKeyRing Keys = new("test", new Dictionary<string, byte[]> { ["test"] = [.. Enumerable.Range(1, 32).Select(i => (byte)i)] });

    private readonly ServiceProvider services;

    public Hall(string path)
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 3, 10, 15, 0));
        var collection = new ServiceCollection();
        WardWorld.Configure(collection, clock);
        collection.AddSingleton(Keys);
        collection.AddClinicPharmacy().UseTurso(o => o.DataSource = path);
        collection.AddClinicDispensing().UseTurso().UsePharmacyStock();
        services = collection.BuildServiceProvider();
        World = new(services, clock, new TenantId(new Guid("00000000-0000-7000-8000-0000000000bb")));
    }

    public WardWorld World { get; }

    public async Task OpenAsync(decimal stockOfEach, CancellationToken ct)
    {
        await services.GetRequiredService<TursoMigrator>().UpAsync(ct);
        await World.OpenAsync(ct, stockOfEach);
    }

    public Task<HandOverAnswer> HandOverAsync(CommandContext x, DispensationId id) => World.Get<HandingOver>().HandOverAsync(x, World.HandingOver(id));

    public void Dispose() => services.Dispose();
}
