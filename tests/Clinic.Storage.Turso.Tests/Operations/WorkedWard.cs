using Clinic.Abstractions;
using Clinic.Testing;
using Clinic.Testing.Wards;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

/// <summary>A database in a file of its own, with a clinic that has worked for a while.</summary>
internal sealed class WorkedWard : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;
    private WardRunner? runner;

    private WorkedWard()
    {
        var collection = new ServiceCollection();
        WardWorld.Configure(collection, Clock);
        collection.AddSingleton(PayloadKeyRing.Random());
        collection.AddClinicPharmacy().WithEverything().UseTurso(o => o.DataSource = Path);
        collection.AddClinicDispensing().UseTurso().UsePharmacyStock();
        collection.AddTursoBackups(o => o.Folder = Backups);
        services = collection.BuildServiceProvider();
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 10, 15, 0));

    public string Path => folder.File();

    public string Backups => folder.File("backups");

    public TursoOperations Operations => services.GetRequiredService<TursoOperations>();

    public ClinicDatabase Database => services.GetRequiredService<ClinicDatabase>();

    public IClinicJob Job => services.GetServices<IClinicJob>().OfType<TursoBackupJob>().Single();

    public static async Task<WorkedWard> MakeAsync(int acts = 60)
    {
        var ward = new WorkedWard();
        await ward.services.GetRequiredService<TursoMigrator>().UpAsync(TestContext.Current.CancellationToken);
        var world = new WardWorld(ward.services, ward.Clock, new TenantId(new Guid("00000000-0000-7000-8000-0000000000bb")));
        await world.OpenAsync(TestContext.Current.CancellationToken);
        ward.runner = new WardRunner(world);
        await ward.WorkAsync(seed: 101, acts);
        return ward;
    }

    /// <summary>Works on, so that the database differs from before.</summary>
    public Task WorkAsync(int seed, int acts) => runner!.RunAsync(WardSteps.Seeded(seed, acts), TestContext.Current.CancellationToken);

    public string File(string name) => folder.File(name);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }
}
