using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.SupplierReturns;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches on recall campaigns and returns to suppliers.</summary>
public static class RecallsPharmacy
{
    /// <summary>Recalls followed to the end, and goods that go back to whoever delivered them.</summary>
    /// <remarks>Receipts then look for open campaigns. Calling twice is safe.</remarks>
    public static PharmacyBuilder WithRecalls(this PharmacyBuilder builder, Action<RecallOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.With("pharmacy-recalls");
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<RecallOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RecallOptions>, RecallOptionsValidator>());
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton(p => new RecallWatch(Get<IRecallCampaignStore>(p)));
        services.TryAddSingleton(p => new RecallTrace(Get<IMovementStore>(p)));
        services.TryAddSingleton(p => new RecallCampaigns(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<LotControl>(p), Get<ILotStore>(p), Get<IStockStore>(p), Get<IPresentationStore>(p), Get<RecallTrace>(p),
            Get<IRecallCampaignStore>(p), Get<IRecallNoticeStore>(p), p.GetRequiredService<IOptions<RecallOptions>>().Value, Get<IIdGenerator>(p)));
        services.TryAddSingleton<RecallInquiries>();
        services.TryAddSingleton(p => new SupplierReturning(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<LedgerGuards>(p), Get<ILotStore>(p), Get<IStockStore>(p), Get<IReservationStore>(p),
            Get<ISupplierReturnStore>(p), Get<IRecallCampaignStore>(p), Get<IIdGenerator>(p)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, RecallSweepJob>());
        return builder;
    }

    private static T Get<T>(IServiceProvider p)
        where T : notnull => ClinicPharmacyServices.Get<T>(p);
}
