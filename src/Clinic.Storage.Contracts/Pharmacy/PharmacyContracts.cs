namespace Clinic.Storage.Contracts;

/// <summary>All suites of the ports of Clinic.Pharmacy; an adapter enrols every one.</summary>
public static class PharmacyContracts
{
    /// <summary>One suite per port.</summary>
    public static IReadOnlyList<ContractSuite> All { get; } =
    [
        new("MedicationStore", MedicationStoreContract.Cases),
        new("PresentationStore", PresentationStoreContract.Cases),
        new("LotStore", LotStoreContract.Cases),
        new("StockStore", StockStoreContract.Cases),
        new("MovementStore", MovementStoreContract.Cases),
        new("CountStore", CountStoreContract.Cases),
        new("ReceiptStore", ReceiptStoreContract.Cases),
        new("ReservationStore", ReservationStoreContract.Cases),
        new("TransferStore", TransferStoreContract.Cases),
        new("PriceListStore", PriceListStoreContract.Cases),
        new("SpecialPriceStore", SpecialPriceStoreContract.Cases),
        new("TaxGroupStore", TaxGroupStoreContract.Cases),
        new("SaleStore", SaleStoreContract.Cases),
        new("ShiftStore", ShiftStoreContract.Cases),
        new("InvoiceStore", InvoiceStoreContract.Cases),
        new("InvoiceNumberStore", InvoiceNumberStoreContract.Cases),
        new("ReportStore", ReportStoreContract.Cases),
        new("CountSessionStore", CountSessionStoreContract.Cases),
        new("RecallCampaignStore", RecallCampaignStoreContract.Cases),
        new("RecallNoticeStore", RecallNoticeStoreContract.Cases),
        new("SupplierReturnStore", SupplierReturnStoreContract.Cases),
        new("RequisitionStore", RequisitionStoreContract.Cases),
        new("StockLevelStore", StockLevelStoreContract.Cases),
        new("AlertRuleStore", AlertRuleStoreContract.Cases),
        new("AlertStore", AlertStoreContract.Cases),
        new("AlertScanStore", AlertScanStoreContract.Cases),
        new("ConsumptionStore", ConsumptionStoreContract.Cases),
    ];
}
