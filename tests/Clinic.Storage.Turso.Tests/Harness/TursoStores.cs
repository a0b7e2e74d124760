using Clinic.Abstractions;
using Clinic.Storage.Contracts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Storage.Turso.Tests;

/// <summary>A fresh database, in a file or in memory, as an app would register it.</summary>
public sealed class TursoStores : IClinicStores
{
    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;

    private TursoStores(bool inMemory, Action<TursoOptions>? configure, bool withPharmacy, bool withDispensing, bool withEmergency, bool withTranscription, FieldKeyRing? fieldKeys)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        collection.AddSingleton(PayloadKeyRing.Random());
        if (fieldKeys is not null) collection.AddSingleton(fieldKeys);
        collection.AddSingleton(new UnitOfWorkOptions { LongestPause = Duration.FromMilliseconds(2) });
        collection.AddClinicTurso(o =>
        {
            o.DataSource = inMemory ? TursoOptions.InMemory : folder.File();
            configure?.Invoke(o);
        });
        if (withPharmacy) collection.AddClinicPharmacy().WithEverything().UseTurso();
        if (withDispensing) collection.AddClinicDispensing().UseTurso();
        if (withEmergency) collection.AddClinicEmergencyBilling().UseTurso();
        if (withTranscription) collection.AddClinicTranscription().UseTurso();
        services = collection.BuildServiceProvider();
    }

    public ContractClock Clock { get; } = new();

    public TenantId Tenant { get; } = new(Guid.CreateVersion7());

    public TenantId OtherTenant { get; } = new(Guid.CreateVersion7());

    internal LocalDatabase Source => (LocalDatabase)Get<ClinicDatabase>();

    internal string Path => folder.File();

    public static async Task<TursoStores> MakeAsync(
        bool inMemory = false, Action<TursoOptions>? configure = null, bool withPharmacy = false, bool withDispensing = false,
        bool withEmergency = false, bool withTranscription = false, FieldKeyRing? fieldKeys = null)
    {
        var stores = new TursoStores(inMemory, configure, withPharmacy, withDispensing, withEmergency, withTranscription, fieldKeys);
        await stores.Get<TursoMigrator>().UpAsync(TestContext.Current.CancellationToken);
        return stores;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }
}
