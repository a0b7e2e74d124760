using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.InMemory;
using Clinic.EmergencyBilling.Live;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers alerts of stays, and their running timers.</summary>
internal static class StayAlertServices
{
    public static void AddStayAlerts(this IServiceCollection services)
    {
        services.TryAddSingleton(p => new StayWatching(p.Need<IStayAlertStore>(), p.Need<IStayAlertRuleStore>()));
        services.TryAddSingleton(p => new StayAlertDesk(p.Need<IUnitOfWork>(), p.Need<IStayAlertStore>(), p.Need<IStayAlertRuleStore>(), p.Need<IPersonDirectory>()));
        services.TryAddSingleton(p => new StayAlertInquiries(p.Need<IStayAlertStore>(), p.Need<IStayAlertRuleStore>()));
        services.TryAddSingleton(p => new StayAlertRaising(
            p.Need<IUnitOfWork>(), p.Need<IStayAlertStore>(), p.Need<IStayStore>(), p.GetRequiredService<StayWatching>(), p.Need<IClock>(), p.Need<IIdGenerator>()));
        services.TryAddSingleton(p => new StayLive(
            p.Need<IOpenStays>(), p.Need<IStayStore>(), p.Need<IStayAlertStore>(), p.Need<ITariffSource>(), p.EmergencyOptions(), p.Need<IClock>(), p.Need<IIdGenerator>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, StayAlertJob>());
    }

    public static void AddInMemoryStayAlerts(this IServiceCollection services)
    {
        services.TryAddSingleton<IStayAlertStore, InMemoryStayAlertStore>();
        services.TryAddSingleton<IStayAlertRuleStore, InMemoryStayAlertRuleStore>();
    }
}
