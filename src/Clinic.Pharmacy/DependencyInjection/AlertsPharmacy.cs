using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches on alerts.</summary>
public static class AlertsPharmacy
{
    /// <summary>Warns of expiry, low stock, the risk of expiry, unusual consumption and discrepancies left open.</summary>
    /// <remarks>Discrepancies need an <see cref="IOpenDiscrepancies"/>; without one there are no such alerts. Calling twice is safe.</remarks>
    public static PharmacyBuilder WithAlerts(this PharmacyBuilder builder, Action<AlertOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.With("pharmacy-alerts");
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<AlertOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AlertOptions>, AlertOptionsValidator>());
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton(p => new AlertScan(
            Get<IUnitOfWork>(p), Get<IAlertStore>(p), Get<IAlertRuleStore>(p), Get<IConsumptionStore>(p), Get<IStockStore>(p),
            Get<IMedicationStore>(p), Get<ISiteDirectory>(p), p.GetService<IOpenDiscrepancies>(), Options(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new AlertRules(
            Get<IUnitOfWork>(p), Get<IAlertRuleStore>(p), Get<IPresentationStore>(p), Get<IMedicationStore>(p), Get<ISiteDirectory>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new AlertDesk(Get<IUnitOfWork>(p), Get<IAlertStore>(p), Options(p)));
        services.TryAddSingleton(p => new AlertInquiries(
            Get<AlertScan>(p), Get<IAlertStore>(p), Get<IAlertRuleStore>(p), Get<IPresentationStore>(p), Options(p), Get<IIdGenerator>(p), Get<IClock>(p)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, AlertScanJob>(p => new AlertScanJob(
            Get<AlertScan>(p), Get<IUnitOfWork>(p), Get<IAlertScanStore>(p), Get<IPresentationStore>(p), Options(p), Get<IClock>(p))));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, AlertEscalationJob>(p => new AlertEscalationJob(
            Get<AlertScan>(p), Get<IUnitOfWork>(p), Get<IAlertStore>(p), Get<IClock>(p))));
        return builder;
    }

    private static AlertOptions Options(IServiceProvider p) => p.GetRequiredService<IOptions<AlertOptions>>().Value;

    private static T Get<T>(IServiceProvider p)
        where T : notnull => ClinicPharmacyServices.Get<T>(p);
}
