using Clinic.Abstractions;
using Clinic.Bridges.Dispensing;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Spoken;
using Clinic.Dispensing.Stock;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Register;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Joins dispensing to the pharmacy.</summary>
public static class DispensingBridge
{
    /// <summary>Takes products and stock from the pharmacy, in one commit, and hears of what it takes away.</summary>
    /// <remarks>Needs <c>AddClinicPharmacy()</c> on the same storage. Calling twice is safe.</remarks>
    public static DispensingBuilder UsePharmacyStock(this DispensingBuilder builder, Action<PharmacyStockOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<PharmacyStockOptions>();
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton<IProductCatalogue, PharmacyProductCatalogue>();
        services.TryAddSingleton<IStockIssuer, PharmacyStockIssuer>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboxReceiver, LostStockReceiver>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IMovementFacts, DispensingMovementFacts>());
        services.TryAddSingleton<IOpenDiscrepancies, TicketDiscrepancies>();
        services.TryAddSingleton<DispensingLabels>();
        services.UsePharmacyNames();
        return builder;
    }

    /// <summary>Verifies and supplies serialised packs at hand-over, through the registry that the app registers.</summary>
    /// <remarks>Needs <c>WithPackVerification()</c> on the pharmacy and an <c>IPackRegistry</c>. Calling twice is safe.</remarks>
    public static DispensingBuilder UsePackVerification(this DispensingBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IPackSupplier, PharmacyPackSupplier>();
        return builder;
    }

    /// <summary>Understands spoken commands by the names of the pharmacy's catalogue, the patients and the people.</summary>
    /// <remarks>Part of <see cref="UsePharmacyStock"/>; alone it needs <c>AddSpokenCommands()</c> and no workflow of dispensing. Calling twice is safe.</remarks>
    public static IServiceCollection UsePharmacyNames(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<ISpokenLookup, PharmacySpokenLookup>();
        return services;
    }
}
