using Clinic.Abstractions.Conversations;
using Clinic.Abstractions.InMemory;
using Clinic.Storage.Contracts;
using NodaTime;

namespace Clinic.Abstractions.Tests.InMemory;

/// <summary>A fresh installation in memory.</summary>
public sealed class InMemoryStores : IClinicStores
{
    private readonly Dictionary<Type, object> services = [];

    public InMemoryStores()
    {
        var ids = new UuidV7Generator(Clock);
        var coordinator = new InMemoryCoordinator(ids);
        var sites = new InMemorySiteStore(coordinator);
        Put<IIdGenerator>(ids);
        Put<ICommitStore>(coordinator);
        Put<IAuditLog>(coordinator);
        Put<IAuditSealStore>(new InMemoryAuditSealStore(coordinator));
        Put<IOutbox>(coordinator.Outbox);
        Put<IJobStore>(new InMemoryJobStore(coordinator));
        Put<ISiteStore>(sites);
        Put<ITenantDirectory>(sites);
        Put<IPersonStore>(new InMemoryPersonStore(coordinator));
        Put<IPatientStore>(new InMemoryPatientStore(coordinator));
        Put<ICredentialStore>(new InMemoryCredentialStore(coordinator));
        Put<IAttachmentStore>(new InMemoryAttachmentStore(coordinator));
        Put<IConversationStore>(new InMemoryConversationStore(coordinator));
        Put<IUnitOfWork>(new UnitOfWork(
            coordinator, PayloadKeyRing.Random(), Clock, ids, new UnitOfWorkOptions { LongestPause = Duration.FromMilliseconds(2) }));
    }

    public ContractClock Clock { get; } = new();

    public TenantId Tenant { get; } = new(Guid.CreateVersion7());

    public TenantId OtherTenant { get; } = new(Guid.CreateVersion7());

    public T Get<T>()
        where T : notnull => (T)services[typeof(T)];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Put<T>(T service)
        where T : notnull => services.Add(typeof(T), service);
}
