using Clinic.Abstractions;
using Clinic.Storage.Contracts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Transcription.Tests.InMemory;

/// <summary>A fresh installation in memory, as an app registers it.</summary>
internal sealed class TranscriptionInMemoryStores : IClinicStores
{
    private readonly ServiceProvider services;

    public TranscriptionInMemoryStores()
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        collection.AddSingleton(new UnitOfWorkOptions { LongestPause = Duration.FromMilliseconds(2) });
        collection.AddClinicTranscription().UseInMemory();
        services = collection.BuildServiceProvider();
    }

    public ContractClock Clock { get; } = new();

    public TenantId Tenant { get; } = new(Guid.CreateVersion7());

    public TenantId OtherTenant { get; } = new(Guid.CreateVersion7());

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
