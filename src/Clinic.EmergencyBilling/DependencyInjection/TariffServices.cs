using Clinic.Abstractions;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers tariffs and holiday calendars.</summary>
internal static class TariffServices
{
    public static void AddTariffs(this IServiceCollection services)
    {
        services.TryAddSingleton<ITariffSource>(p => new StoredTariffs(p.Need<ITariffStore>(), p.Need<IHolidayCalendarStore>(), Options(p)));
        services.TryAddSingleton(p => new TariffDesk(p.Need<IUnitOfWork>(), p.Need<ITariffStore>(), p.Need<ISiteDirectory>(), p.Need<IIdGenerator>(), Options(p)));
        services.TryAddSingleton(p => new TariffInquiries(p.Need<ITariffStore>(), p.Need<IHolidayCalendarStore>()));
        services.TryAddSingleton(p => new TariffSimulator(
            p.Need<ITariffSource>(), p.Need<ITariffStore>(), p.Need<IStayStore>(), p.Need<ISiteDirectory>(), p.Need<IIdGenerator>(), p.Need<IClock>()));
        services.TryAddSingleton(p => new HolidayCalendars(p.Need<IUnitOfWork>(), p.Need<IHolidayCalendarStore>(), p.Need<ITariffStore>()));
    }

    private static IOptions<EmergencyBillingOptions> Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<EmergencyBillingOptions>>();
}
