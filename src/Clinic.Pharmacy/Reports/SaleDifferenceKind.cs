namespace Clinic.Pharmacy.Reports;

/// <summary>How a sale and what belongs to it disagree.</summary>
public enum SaleDifferenceKind
{
    /// <summary>The ledger has another quantity of a lot out than the sale.</summary>
    StockQuantity,

    /// <summary>The quantities agree, their cost does not.</summary>
    StockValue,

    /// <summary>Something was paid and no invoice was asked for.</summary>
    InvoiceMissing,

    /// <summary>The invoice charges another total than the sale.</summary>
    InvoiceTotal,

    /// <summary>The credit notes credit another sum than was paid back.</summary>
    CreditNotes,

    /// <summary>The sale was taken back as a whole, and its invoice still stands.</summary>
    InvoiceStands,
}
