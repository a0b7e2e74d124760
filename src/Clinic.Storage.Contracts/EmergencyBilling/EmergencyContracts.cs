namespace Clinic.Storage.Contracts;

/// <summary>All suites of the ports of Clinic.EmergencyBilling; an adapter enrols every one.</summary>
public static class EmergencyContracts
{
    /// <summary>One suite per port.</summary>
    public static IReadOnlyList<ContractSuite> All { get; } =
    [
        new("TariffStore", TariffStoreContract.Cases),
        new("HolidayCalendarStore", HolidayCalendarStoreContract.Cases),
        new("StatementStore", StatementStoreContract.Cases),
        new("StayInvoiceStore", StayInvoiceStoreContract.Cases),
        new("StayInvoiceNumberStore", StayInvoiceNumberStoreContract.Cases),
        new("StayStore", StayStoreContract.Cases),
        new("OpenStays", OpenStaysContract.Cases),
        new("StayAlertStore", StayAlertStoreContract.Cases),
        new("StayAlertRuleStore", StayAlertRuleStoreContract.Cases),
        new("StayReportStore", StayReportStoreContract.Cases),
    ];
}
