using Clinic.Bridges.Billing;
using Clinic.Dispensing.Billing;
using Clinic.EmergencyBilling.Statements;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Joins emergency billing to pharmacy and dispensing.</summary>
public static class EmergencyBillingBridge
{
    /// <summary>Charges medicines of the visit on the bill of a stay, and lets dispensing compare its deliveries with the invoices.</summary>
    /// <remarks>Needs dispensing and a pharmacy <c>WithPrices()</c> on the same storage. Calling twice is safe.</remarks>
    public static EmergencyBillingBuilder UsePharmacyCharges(this EmergencyBillingBuilder builder, Action<PharmacyChargesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<PharmacyChargesOptions>();
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton<PharmacyDeliveries>();
        services.TryAddSingleton<PharmacySegments>();
        services.TryAddSingleton<IOtherCharges, PharmacyCharges>();
        services.TryAddSingleton<IBilledLines, StayBilledLines>();
        return builder;
    }
}
