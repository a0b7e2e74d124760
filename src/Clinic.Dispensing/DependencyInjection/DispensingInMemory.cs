using Clinic.Dispensing.Checklists;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.InMemory;
using Clinic.Dispensing.Patterns;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the data of dispensing in memory, for tests, demos and apps without a database.</summary>
public static class DispensingInMemory
{
    /// <summary>Registers the in-memory stores of dispensing; shares coordinator and directories with the pharmacy's in-memory stores.</summary>
    public static DispensingBuilder UseInMemory(this DispensingBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddClinicInMemory();
        services.TryAddSingleton<InMemoryDispensationStore>();
        services.TryAddSingleton<IDispensationStore>(p => p.GetRequiredService<InMemoryDispensationStore>());
        services.TryAddSingleton<ITicketStore>(p => p.GetRequiredService<InMemoryDispensationStore>());
        services.TryAddSingleton<IDoseStore, InMemoryDoseStore>();
        services.TryAddSingleton<InMemoryWasteStore>();
        services.TryAddSingleton<IWasteStore>(p => p.GetRequiredService<InMemoryWasteStore>());
        services.TryAddSingleton<ILossRowStore, InMemoryLossRowStore>();
        services.TryAddSingleton<IChecklistStore, InMemoryChecklistStore>();
        return builder;
    }
}
