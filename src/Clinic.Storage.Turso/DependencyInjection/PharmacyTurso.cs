using Clinic.Abstractions;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.CountSessions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.Receiving;
using Clinic.Pharmacy.Reports;
using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.SupplierReturns;
using Clinic.Pharmacy.Transfers;
using Clinic.Storage.Turso;
using Clinic.Storage.Turso.Pharmacy;
using Clinic.Storage.Turso.Pharmacy.Alerts;
using Clinic.Storage.Turso.Pharmacy.Counts;
using Clinic.Storage.Turso.Pharmacy.Prices;
using Clinic.Storage.Turso.Pharmacy.Recalls;
using Clinic.Storage.Turso.Pharmacy.Reports;
using Clinic.Storage.Turso.Pharmacy.Requisitions;
using Clinic.Storage.Turso.Pharmacy.Sales;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the pharmacy's data in the database.</summary>
public static class PharmacyTurso
{
    /// <summary>Enables the pharmacy's tables and registers its stores and the core ones.</summary>
    /// <remarks>Calling twice is safe. Stores hold no state, so each is a singleton.</remarks>
    public static PharmacyBuilder UseTurso(this PharmacyBuilder builder, Action<TursoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddClinicTurso(configure);
        services.AddTursoSet(PharmacySet.Set);
        services.TryAddSingleton<IMedicationStore, TursoMedicationStore>();
        services.TryAddSingleton<IPresentationStore, TursoPresentationStore>();
        services.TryAddSingleton<ILotStore, TursoLotStore>();
        services.TryAddSingleton<IStockStore, TursoStockStore>();
        services.TryAddSingleton<IMovementStore, TursoMovementStore>();
        services.TryAddSingleton<ICountStore, TursoCountStore>();
        services.TryAddSingleton<IReceiptStore, TursoReceiptStore>();
        services.TryAddSingleton<IReservationStore, TursoReservationStore>();
        services.TryAddSingleton<ITransferStore, TursoTransferStore>();
        services.AddTursoSet("pharmacy-prices", PricesSet.Set);
        services.TryAddSingleton<IPriceListStore, TursoPriceListStore>();
        services.TryAddSingleton<ISpecialPriceStore, TursoSpecialPriceStore>();
        services.TryAddSingleton<ITaxGroupStore, TursoTaxGroupStore>();
        services.AddTursoSet("pharmacy-counts", CountsSet.Set);
        services.TryAddSingleton<ICountSessionStore, TursoCountSessionStore>();
        services.AddTursoSet("pharmacy-recalls", RecallsSet.Set);
        services.TryAddSingleton<IRecallCampaignStore, TursoRecallCampaignStore>();
        services.TryAddSingleton<IRecallNoticeStore, TursoRecallNoticeStore>();
        services.TryAddSingleton<ISupplierReturnStore, TursoSupplierReturnStore>();
        services.AddTursoSet("pharmacy-requisitions", RequisitionsSet.Set);
        services.TryAddSingleton<IRequisitionStore, TursoRequisitionStore>();
        services.TryAddSingleton<IStockLevelStore, TursoStockLevelStore>();
        services.AddTursoSet("pharmacy-sales", SalesSet.Set);
        services.TryAddSingleton<ISaleStore>(p => new TursoSaleStore(p.GetRequiredService<ClinicDatabase>(), p.GetService<FieldKeyRing>()));
        services.TryAddSingleton<IShiftStore, TursoShiftStore>();
        services.TryAddSingleton<IInvoiceStore, TursoInvoiceStore>();
        services.TryAddSingleton<IInvoiceNumberStore, TursoInvoiceNumberStore>();
        services.TryAddSingleton<IReportStore, TursoReportStore>();
        services.AddTursoSet("pharmacy-alerts", AlertsSet.Set);
        services.TryAddSingleton<IAlertRuleStore, TursoAlertRuleStore>();
        services.TryAddSingleton<IAlertStore, TursoAlertStore>();
        services.TryAddSingleton<IAlertScanStore, TursoAlertScanStore>();
        services.TryAddSingleton<IConsumptionStore, TursoConsumptionStore>();
        return builder;
    }
}
