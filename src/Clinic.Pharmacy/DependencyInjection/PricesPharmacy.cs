using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches on prices.</summary>
public static class PricesPharmacy
{
    /// <summary>Price lists per segment, special prices, taxes and quotes.</summary>
    /// <remarks>Calling twice is safe.</remarks>
    public static PharmacyBuilder WithPrices(this PharmacyBuilder builder, Action<PriceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.With("pharmacy-prices").Services;
        services.AddOptions<PriceOptions>();
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton(p => new PriceDesk(
            p.GetRequiredService<ISiteDirectory>(), p.GetRequiredService<IPersonDirectory>(), p.GetRequiredService<IPresentationStore>(),
            p.GetRequiredService<ITaxGroupStore>(), p.GetRequiredService<IOptions<PriceOptions>>().Value));
        services.TryAddSingleton(p => new PriceBook(
            p.GetRequiredService<IUnitOfWork>(), p.GetRequiredService<PriceDesk>(), p.GetRequiredService<IPriceListStore>(), p.GetRequiredService<IIdGenerator>()));
        services.TryAddSingleton(p => new SpecialPrices(
            p.GetRequiredService<IUnitOfWork>(), p.GetRequiredService<PriceDesk>(), p.GetRequiredService<ISpecialPriceStore>(),
            p.GetRequiredService<IPresentationStore>(), p.GetRequiredService<IIdGenerator>()));
        services.TryAddSingleton(p => new TaxGroups(
            p.GetRequiredService<IUnitOfWork>(), p.GetRequiredService<PriceDesk>(), p.GetRequiredService<ITaxGroupStore>(), p.GetRequiredService<IIdGenerator>()));
        services.TryAddSingleton<PriceInquiries>();
        return builder;
    }
}
