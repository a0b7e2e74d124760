using Clinic.EmergencyBilling.InMemory;
using Clinic.EmergencyBilling.Tariffs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the data of emergency billing in memory, for tests and demonstrations.</summary>
public static class EmergencyBillingInMemory
{
    /// <summary>Registers its stores and the core ones; one memory with the other domains.</summary>
    /// <remarks>Calling twice is safe; what the app registered before stays.</remarks>
    public static EmergencyBillingBuilder UseInMemory(this EmergencyBillingBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddClinicInMemory();
        services.AddInMemoryStays();
        services.AddInMemoryStatements();
        services.AddInMemoryStayAlerts();
        services.AddInMemoryStayReports();
        services.TryAddSingleton<InMemoryTariffStore>();
        services.TryAddSingleton<ITariffStore>(p => p.GetRequiredService<InMemoryTariffStore>());
        services.TryAddSingleton<IHolidayCalendarStore>(p => p.GetRequiredService<InMemoryTariffStore>());
        return builder;
    }
}
