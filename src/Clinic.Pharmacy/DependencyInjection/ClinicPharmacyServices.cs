using Clinic.Abstractions;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Adjusting;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Imports;
using Clinic.Pharmacy.Inquiries;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the pharmacy to an app.</summary>
public static class ClinicPharmacyServices
{
    /// <summary>Adds the pharmacy's workflows; choose its storage on the builder that comes back.</summary>
    /// <remarks>Calling twice is safe. Everything is a singleton: workflows keep no state.</remarks>
    public static PharmacyBuilder AddClinicPharmacy(this IServiceCollection services, Action<PharmacyOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<PharmacyOptions>();
        services.AddOptionsWithValidateOnStart<PharmacyOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PharmacyOptions>, PharmacyOptionsValidator>());
        if (configure is not null) services.Configure(configure);

        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<IIdGenerator, UuidV7Generator>();
        services.TryAddSingleton(p => new StockDesk(Get<ISiteDirectory>(p), Get<IPresentationStore>(p), p.GetRequiredService<IOptions<PharmacyOptions>>().Value));
        services.TryAddSingleton(p => new LedgerGuards(Get<IMovementStore>(p), Get<ICountStore>(p)));
        services.TryAddSingleton(p => new StockPicking(Get<StockDesk>(p), Get<IStockStore>(p), Get<LedgerGuards>(p)));
        services.TryAddSingleton(p => new LotIdentity(Get<IPresentationStore>(p), Get<ILotStore>(p)));

        services.TryAddSingleton<MedicationCatalogue>();
        services.TryAddSingleton<PresentationCatalogue>();
        services.TryAddSingleton<LotControl>();
        services.TryAddSingleton<StockInquiries>();
        services.TryAddSingleton(p => new StockReceiving(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<LotIdentity>(p), Get<IPresentationStore>(p), Get<ILotStore>(p), Get<IStockStore>(p), Get<IReceiptStore>(p), Get<IIdGenerator>(p),
            p.GetService<RecallWatch>()));
        services.TryAddSingleton(p => new StockIssuing(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<StockPicking>(p), Get<LedgerGuards>(p), Get<IStockStore>(p), Get<IReservationStore>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new StockReturning(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<LedgerGuards>(p), Get<ILotStore>(p), Get<IStockStore>(p), Get<IMovementStore>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new StockAdjusting(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<LedgerGuards>(p), Get<ILotStore>(p), Get<IStockStore>(p), Get<IReservationStore>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new StockCounting(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<LedgerGuards>(p), Get<ILotStore>(p), Get<IStockStore>(p), Get<IMovementStore>(p), Get<ICountStore>(p),
            Get<IReservationStore>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new StockReservations(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<StockPicking>(p), Get<IStockStore>(p), Get<IReservationStore>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new StockTransfers(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<StockPicking>(p), Get<LedgerGuards>(p), Get<ILotStore>(p), Get<IStockStore>(p), Get<ITransferStore>(p),
            Get<IReservationStore>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new StockReversing(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<LedgerGuards>(p), Get<ILotStore>(p), Get<IStockStore>(p), Get<IMovementStore>(p), Get<ITransferStore>(p),
            Get<IReservationStore>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new CatalogueImport(
            Get<IUnitOfWork>(p), Get<IMedicationStore>(p), Get<IPresentationStore>(p), Get<IMovementStore>(p),
            p.GetRequiredService<IOptions<PharmacyOptions>>().Value, Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new OpeningBalanceImport(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<ISiteDirectory>(p), Get<IPresentationStore>(p), Get<ILotStore>(p), Get<IStockStore>(p),
            Get<IMovementStore>(p), Get<IIdGenerator>(p)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, ReservationExpiryJob>());
        return new PharmacyBuilder(services);
    }

    internal static T Get<T>(IServiceProvider provider)
        where T : notnull =>
        provider.GetService<T>() ?? throw new InvalidOperationException(
            $"The pharmacy needs {typeof(T).Name} and nobody registered it; choose a storage such as UseInMemory() or UseTurso().");
}
