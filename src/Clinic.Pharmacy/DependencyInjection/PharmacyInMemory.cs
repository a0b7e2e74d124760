using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.InMemory;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the pharmacy's data in memory, for tests, demos and apps without a database.</summary>
public static class PharmacyInMemory
{
    /// <summary>Registers the in-memory coordinator, directories and stores; nothing survives the process.</summary>
    public static PharmacyBuilder UseInMemory(this PharmacyBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddSingleton(PayloadKeyRing.Random());
        services.TryAddSingleton<InMemoryCoordinator>();
        services.TryAddSingleton<ICommitStore>(p => p.GetRequiredService<InMemoryCoordinator>());
        services.TryAddSingleton<IAuditLog>(p => p.GetRequiredService<InMemoryCoordinator>());
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
        services.TryAddSingleton<IJobStore, InMemoryJobStore>();

        services.TryAddSingleton<IMedicationStore, InMemoryMedicationStore>();
        services.TryAddSingleton<IPresentationStore, InMemoryPresentationStore>();
        services.TryAddSingleton<InMemoryLotStore>();
        services.TryAddSingleton<ILotStore>(p => p.GetRequiredService<InMemoryLotStore>());
        services.TryAddSingleton<InMemoryLedger>();
        services.TryAddSingleton<IStockStore>(p => p.GetRequiredService<InMemoryLedger>());
        services.TryAddSingleton<IMovementStore>(p => p.GetRequiredService<InMemoryLedger>());
        services.TryAddSingleton<ICountStore>(p => p.GetRequiredService<InMemoryLedger>());
        services.TryAddSingleton<IReceiptStore, InMemoryReceiptStore>();
        services.TryAddSingleton<IReservationStore, InMemoryReservationStore>();
        services.TryAddSingleton<ITransferStore, InMemoryTransferStore>();
        return builder;
    }
}
