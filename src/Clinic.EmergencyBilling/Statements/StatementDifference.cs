namespace Clinic.EmergencyBilling.Statements;

/// <summary>Whether two statements ask for the same money in the same lines, whatever data of zones they were made with.</summary>
internal static class StatementDifference
{
    public static bool SameFigures(ChargeStatement a, ChargeStatement b) =>
        a.Total == b.Total && a.Tax == b.Tax && a.Subtotal == b.Subtotal && a.Currency == b.Currency
        && a.From == b.From && a.To == b.To && a.Running == b.Running && a.Billed == b.Billed
        && a.Lines.SequenceEqual(b.Lines) && a.Taxes.SequenceEqual(b.Taxes) && a.Payers.SequenceEqual(b.Payers);
}
