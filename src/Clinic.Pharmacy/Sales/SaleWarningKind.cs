namespace Clinic.Pharmacy.Sales;

/// <summary>What a warning is about.</summary>
public enum SaleWarningKind
{
    /// <summary>The price itself carries a warning, such as below cost.</summary>
    Price,

    /// <summary>Less is free than is asked.</summary>
    StockShort,

    /// <summary>The completion will ask for a prescription.</summary>
    PrescriptionNeeded,
}
