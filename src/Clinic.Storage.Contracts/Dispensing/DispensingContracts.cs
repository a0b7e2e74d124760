namespace Clinic.Storage.Contracts;

/// <summary>All suites of the ports of Clinic.Dispensing; an adapter enrols every one.</summary>
public static class DispensingContracts
{
    /// <summary>One suite per port.</summary>
    public static IReadOnlyList<ContractSuite> All { get; } =
    [
        new("DispensationStore", DispensationStoreContract.Cases),
        new("TicketStore", TicketStoreContract.Cases),
        new("DoseStore", DoseStoreContract.Cases),
        new("WasteStore", WasteStoreContract.Cases),
        new("LossRowStore", LossRowStoreContract.Cases),
        new("ChecklistStore", ChecklistStoreContract.Cases),
    ];
}
