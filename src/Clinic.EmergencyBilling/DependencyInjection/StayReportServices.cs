using Clinic.Abstractions;
using Clinic.EmergencyBilling.InMemory;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers reports.</summary>
internal static class StayReportServices
{
    public static void AddStayReports(this IServiceCollection services)
    {
        services.TryAddSingleton(p => new StayReports(
            p.Need<IStayReportStore>(), p.Need<IStayStore>(), p.Need<ITariffSource>(), p.Need<ISiteDirectory>(), p.Need<IClock>()));
        services.TryAddSingleton(p => new StayAccounts(
            p.Need<IStayReportStore>(), p.Need<IStayStore>(), p.Need<IStayInvoiceStore>(), p.Need<ITariffSource>(), p.Need<IClock>()));
    }

    public static void AddInMemoryStayReports(this IServiceCollection services) => services.TryAddSingleton<IStayReportStore, InMemoryStayReportStore>();
}
