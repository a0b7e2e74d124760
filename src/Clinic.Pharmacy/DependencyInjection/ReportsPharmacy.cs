using Clinic.Abstractions;
using Clinic.Pharmacy.Labels;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Stock;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches on reports and labels.</summary>
public static class ReportsPharmacy
{
    /// <summary>Kardex, values, margins, reconciliation, key figures and labels; switches sales on too, of which they tell.</summary>
    /// <remarks>
    /// No table of its own. Calling twice is safe. Register an <see cref="IDemandSource"/> to count other demand than sales in the fill rate.
    /// </remarks>
    public static PharmacyBuilder WithReports(this PharmacyBuilder builder, Action<ReportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.WithSales().With("pharmacy-reports").Services;
        services.AddOptionsWithValidateOnStart<ReportOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ReportOptions>, ReportOptionsValidator>());
        if (configure is not null) services.Configure(configure);

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDemandSource, SalesDemand>());
        services.TryAddSingleton(p => new ReportDesk(Get<IPresentationStore>(p), Get<ISiteDirectory>(p), Get<IClock>(p)));
        services.TryAddSingleton(p => new StockReports(
            Get<ReportDesk>(p), Get<IReportStore>(p), Get<IMovementStore>(p), Get<ILotStore>(p), p.GetServices<IDemandSource>(),
            p.GetRequiredService<IOptions<ReportOptions>>().Value));
        services.TryAddSingleton(p => new SalesReports(Get<ReportDesk>(p), Get<IReportStore>(p), Get<IMovementStore>(p)));
        services.TryAddSingleton<LotLabels>();
        return builder;
    }

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => ClinicPharmacyServices.Get<T>(provider);
}
