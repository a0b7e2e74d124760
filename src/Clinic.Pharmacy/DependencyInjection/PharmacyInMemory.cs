using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.CountSessions;
using Clinic.Pharmacy.InMemory;
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
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the pharmacy's data in memory, for tests, demos and apps without a database.</summary>
public static class PharmacyInMemory
{
    /// <summary>Registers the in-memory coordinator, directories and stores; nothing survives the process.</summary>
    public static PharmacyBuilder UseInMemory(this PharmacyBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddClinicInMemory();
        services.TryAddSingleton<IMedicationStore, InMemoryMedicationStore>();
        services.TryAddSingleton<IPresentationStore, InMemoryPresentationStore>();
        services.TryAddSingleton<InMemoryLotStore>();
        services.TryAddSingleton<ILotStore>(p => p.GetRequiredService<InMemoryLotStore>());
        services.TryAddSingleton<InMemoryLedger>();
        services.TryAddSingleton<IStockStore>(p => p.GetRequiredService<InMemoryLedger>());
        services.TryAddSingleton<IMovementStore>(p => p.GetRequiredService<InMemoryLedger>());
        services.TryAddSingleton<ICountStore>(p => p.GetRequiredService<InMemoryLedger>());
        services.TryAddSingleton<IReceiptStore, InMemoryReceiptStore>();
        services.TryAddSingleton<IReservationStore, InMemoryReservationStore>();
        services.TryAddSingleton<ITransferStore, InMemoryTransferStore>();
        services.TryAddSingleton<IPriceListStore, InMemoryPriceListStore>();
        services.TryAddSingleton<ISpecialPriceStore, InMemorySpecialPriceStore>();
        services.TryAddSingleton<ITaxGroupStore, InMemoryTaxGroupStore>();
        services.TryAddSingleton<ICountSessionStore, InMemoryCountSessionStore>();
        services.TryAddSingleton<IRecallCampaignStore, InMemoryRecallCampaignStore>();
        services.TryAddSingleton<IRecallNoticeStore, InMemoryRecallNoticeStore>();
        services.TryAddSingleton<ISupplierReturnStore, InMemorySupplierReturnStore>();
        services.TryAddSingleton<IRequisitionStore, InMemoryRequisitionStore>();
        services.TryAddSingleton<IStockLevelStore, InMemoryStockLevelStore>();
        services.TryAddSingleton<ISaleStore, InMemorySaleStore>();
        services.TryAddSingleton<IShiftStore, InMemoryShiftStore>();
        services.TryAddSingleton<InMemoryInvoiceStore>();
        services.TryAddSingleton<IInvoiceStore>(p => p.GetRequiredService<InMemoryInvoiceStore>());
        services.TryAddSingleton<IInvoiceNumberStore>(p => p.GetRequiredService<InMemoryInvoiceStore>());
        services.TryAddSingleton<IReportStore, InMemoryReportStore>();
        services.TryAddSingleton<IAlertRuleStore, InMemoryAlertRuleStore>();
        services.TryAddSingleton<IAlertStore, InMemoryAlertStore>();
        services.TryAddSingleton<IAlertScanStore, InMemoryAlertScanStore>();
        services.TryAddSingleton<IConsumptionStore>(p => p.GetRequiredService<InMemoryLedger>());
        return builder;
    }
}
