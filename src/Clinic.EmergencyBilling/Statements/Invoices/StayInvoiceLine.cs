namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>One line of an invoice: the part of a charge that its debtor owes.</summary>
/// <param name="Source">Where it comes from: <c>stay</c>, or the source of another domain's charge.</param>
/// <param name="Reference">The line of the statement, or the reference of the other charge.</param>
/// <param name="Code">The code of what is charged.</param>
/// <param name="Description">Its name for people.</param>
/// <param name="Quantity">The whole quantity of the charge, hours with four decimals.</param>
/// <param name="Unit">What the quantity counts.</param>
/// <param name="Net">The debtor's part without tax.</param>
/// <param name="TaxCode">The code of the tax.</param>
/// <param name="Tax">The debtor's part of the tax.</param>
public sealed record StayInvoiceLine(
    string Source, string Reference, string Code, string Description, decimal Quantity, string Unit, decimal Net, string TaxCode, decimal Tax)
{
    /// <summary>The source of lines that charge the time of the stay.</summary>
    public const string OfStay = "stay";

    /// <summary>With tax.</summary>
    public decimal Total => Net + Tax;
}
