using Clinic.Abstractions;
using Clinic.Storage.Contracts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Storage.Remote.Tests;

/// <summary>A fresh database on a real server, in a namespace of its own, as an app would register it.</summary>
public sealed class RemoteStores : IClinicStores
{
    private readonly ServiceProvider services;

    private RemoteStores(string url, string? space, Action<TursoOptions>? configure, Action<IServiceCollection>? add)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        collection.AddSingleton(PayloadKeyRing.Random());
        collection.AddSingleton(new UnitOfWorkOptions { LongestPause = Duration.FromMilliseconds(2) });
        collection.AddClinicTurso(o =>
        {
            o.DataSource = url;
            o.Namespace = space;
            configure?.Invoke(o);
        });
        collection.AddClinicPharmacy().WithEverything().UseTurso();
        collection.AddClinicDispensing().UseTurso();
        collection.AddClinicEmergencyBilling().UseTurso();
        collection.AddClinicTranscription().UseTurso();
        add?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public ContractClock Clock { get; } = new();

    public TenantId Tenant { get; } = new(Guid.CreateVersion7());

    public TenantId OtherTenant { get; } = new(Guid.CreateVersion7());

    internal RemoteDatabase Database => (RemoteDatabase)Get<ClinicDatabase>();

    internal long RoundTrips => Database.Client.RoundTrips;

    /// <summary>In a namespace of its own of the shared server, migrated.</summary>
    public static async Task<RemoteStores> MakeAsync(Servers servers, Action<TursoOptions>? configure = null, Action<IServiceCollection>? add = null)
    {
        var server = await servers.SpacesAsync();
        var space = $"n{Guid.NewGuid():N}";
        await server.CreateNamespaceAsync(space);
        return await MakeAsync(server.Url, space, configure, add);
    }

    /// <summary>At an address, migrated.</summary>
    public static async Task<RemoteStores> MakeAsync(string url, string? space = null, Action<TursoOptions>? configure = null, Action<IServiceCollection>? add = null)
    {
        var stores = new RemoteStores(url, space, configure, add);
        await stores.Get<TursoMigrator>().UpAsync(TestContext.Current.CancellationToken);
        return stores;
    }

    /// <summary>At an address where somebody else has migrated.</summary>
    public static Task<RemoteStores> UnmigratedAsync(string url, Action<TursoOptions> configure) => Task.FromResult(new RemoteStores(url, null, configure, null));

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
