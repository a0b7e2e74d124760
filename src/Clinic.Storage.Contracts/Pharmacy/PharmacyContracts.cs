namespace Clinic.Storage.Contracts;

/// <summary>All suites of the ports of Clinic.Pharmacy; an adapter enrols every one.</summary>
public static class PharmacyContracts
{
    /// <summary>The ports by the name of their suite, with their cases.</summary>
    public static IReadOnlyList<(string Port, IReadOnlyList<ContractCase> Cases)> All { get; } =
    [
        ("MedicationStore", MedicationStoreContract.Cases),
        ("PresentationStore", PresentationStoreContract.Cases),
        ("LotStore", LotStoreContract.Cases),
        ("StockStore", StockStoreContract.Cases),
        ("MovementStore", MovementStoreContract.Cases),
        ("CountStore", CountStoreContract.Cases),
        ("ReceiptStore", ReceiptStoreContract.Cases),
        ("ReservationStore", ReservationStoreContract.Cases),
        ("TransferStore", TransferStoreContract.Cases),
    ];
}
