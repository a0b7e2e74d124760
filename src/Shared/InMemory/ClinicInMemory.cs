using Clinic.Abstractions;
using Clinic.Abstractions.Conversations;
using Clinic.Abstractions.InMemory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What every domain in memory shares: one coordinator, directories, credentials, attachments, jobs.</summary>
internal static class ClinicInMemory
{
    /// <summary>Registers it once, whichever domain asks first.</summary>
    public static IServiceCollection AddClinicInMemory(this IServiceCollection services)
    {
        services.TryAddSingleton(PayloadKeyRing.Random());
        services.TryAddSingleton<InMemoryCoordinator>();
        services.TryAddSingleton<ICommitStore>(p => p.GetRequiredService<InMemoryCoordinator>());
        services.TryAddSingleton<IAuditLog>(p => p.GetRequiredService<InMemoryCoordinator>());
        services.TryAddSingleton<IAuditSealStore, InMemoryAuditSealStore>();
        services.TryAddSingleton<IOutbox>(p => p.GetRequiredService<InMemoryCoordinator>().Outbox);
        services.TryAddSingleton<IUnitOfWork>(p => new UnitOfWork(
            p.GetRequiredService<ICommitStore>(), p.GetRequiredService<PayloadKeyRing>(), p.GetRequiredService<IClock>(), p.GetRequiredService<IIdGenerator>(),
            p.GetService<UnitOfWorkOptions>()));

        services.TryAddSingleton<InMemorySiteStore>();
        services.TryAddSingleton<ISiteStore>(p => p.GetRequiredService<InMemorySiteStore>());
        services.TryAddSingleton<ISiteDirectory>(p => p.GetRequiredService<ISiteStore>());
        services.TryAddSingleton<ITenantDirectory>(p => p.GetRequiredService<InMemorySiteStore>());
        services.TryAddSingleton<IPersonStore, InMemoryPersonStore>();
        services.TryAddSingleton<IPersonDirectory>(p => p.GetRequiredService<IPersonStore>());
        services.TryAddSingleton<IPatientStore, InMemoryPatientStore>();
        services.TryAddSingleton<IPatientDirectory>(p => p.GetRequiredService<IPatientStore>());
        services.TryAddSingleton<ICredentialStore, InMemoryCredentialStore>();
        services.TryAddSingleton(AttachmentKeyRing.Random());
        services.TryAddSingleton<IAttachmentStore, InMemoryAttachmentStore>();
        services.TryAddSingleton(p => new Attachments(
            p.GetRequiredService<IAttachmentStore>(), p.GetRequiredService<AttachmentKeyRing>(), p.GetRequiredService<IIdGenerator>(), p.GetService<AttachmentOptions>()));
        services.TryAddSingleton<IConversationStore, InMemoryConversationStore>();
        services.TryAddSingleton<IJobStore, InMemoryJobStore>();
        return services;
    }
}
