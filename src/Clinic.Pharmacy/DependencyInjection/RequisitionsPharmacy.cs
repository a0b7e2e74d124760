using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches on requisitions between departments.</summary>
public static class RequisitionsPharmacy
{
    /// <summary>Requisitions from draft to receipt, their papers, stock levels and what should be asked.</summary>
    /// <remarks>Calling twice is safe.</remarks>
    public static PharmacyBuilder WithRequisitions(this PharmacyBuilder builder, Action<RequisitionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.With("pharmacy-requisitions").Services;
        services.AddOptionsWithValidateOnStart<RequisitionOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RequisitionOptions>, RequisitionOptionsValidator>());
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton(p => new RequisitionDesk(Get<StockDesk>(p), Get<ISiteDirectory>(p), Get<IRequisitionStore>(p)));
        services.TryAddSingleton(p => new RequisitionReservations(Get<StockReservations>(p), Get<IReservationStore>(p), Options(p)));
        services.TryAddSingleton(p => new RequisitionDrafting(Get<IUnitOfWork>(p), Get<RequisitionDesk>(p), Get<RequisitionReservations>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new RequisitionApproval(Get<IUnitOfWork>(p), Get<RequisitionDesk>(p), Get<RequisitionReservations>(p), Options(p)));
        services.TryAddSingleton(p => new RequisitionFulfilment(Get<IUnitOfWork>(p), Get<RequisitionDesk>(p), Get<RequisitionReservations>(p), Get<StockTransfers>(p)));
        services.TryAddSingleton(p => new RequisitionReceiving(Get<IUnitOfWork>(p), Get<RequisitionDesk>(p), Get<StockTransfers>(p), Get<ILotStore>(p)));
        services.TryAddSingleton(p => new StockLevels(Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<IStockLevelStore>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new RequisitionInquiries(
            Get<IRequisitionStore>(p), Get<IStockLevelStore>(p), Get<IStockStore>(p), Get<ITransferStore>(p), Get<IPresentationStore>(p), Get<ISiteDirectory>(p), Get<IClock>(p)));
        services.TryAddSingleton(p => new RequisitionPrinting(
            Get<RequisitionInquiries>(p), Get<IPresentationStore>(p), Get<IStockStore>(p), Get<ILotStore>(p), Get<ISiteDirectory>(p), Get<IClock>(p)));
        return builder;
    }

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();

    private static RequisitionOptions Options(IServiceProvider provider) => Get<IOptions<RequisitionOptions>>(provider).Value;
}
