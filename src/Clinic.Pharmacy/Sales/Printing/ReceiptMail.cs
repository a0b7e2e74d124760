namespace Clinic.Pharmacy.Sales.Printing;

/// <summary>A receipt ready to be mailed; personal.</summary>
/// <param name="To">The buyer's address.</param>
/// <param name="Subject">One line in the language asked for.</param>
/// <param name="Text">The receipt as text.</param>
public sealed record ReceiptMail(string To, string Subject, string Text)
{
    /// <summary>Nothing of it; address and text are personal.</summary>
    public override string ToString() => nameof(ReceiptMail);
}
