using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.InMemory;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers stays.</summary>
internal static class StayServices
{
    public static void AddStays(this IServiceCollection services)
    {
        services.TryAddSingleton(p => new StayDesk(
            p.Need<IUnitOfWork>(), p.Need<IStayStore>(), p.Need<IPersonDirectory>(), p.Need<ISiteDirectory>(), p.Need<ITariffSource>(), () => p.Need<ICredentialVerifier>(),
            p.GetRequiredService<StayBilling>(), p.GetRequiredService<StayWatching>(), p.EmergencyOptions(), p.Need<IIdGenerator>()));
        services.TryAddSingleton(p => new StayReception(p.GetRequiredService<StayDesk>(), p.Need<IPatientDirectory>()));
        services.TryAddSingleton(p => new StayCorrections(p.GetRequiredService<StayDesk>()));
        services.TryAddSingleton(p => new StayInquiries(p.Need<IStayStore>(), p.Need<ITariffSource>(), p.Need<IClock>()));
    }

    public static void AddInMemoryStays(this IServiceCollection services)
    {
        services.TryAddSingleton<InMemoryStayStore>();
        services.TryAddSingleton<IStayStore>(p => p.GetRequiredService<InMemoryStayStore>());
        services.TryAddSingleton<IOpenStays>(p => p.GetRequiredService<InMemoryStayStore>());
    }
}
