using System.Globalization;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>A number given by the clinic itself: establishment, point of issue and sequence.</summary>
/// <param name="Kind">Invoices and credit notes are counted apart.</param>
/// <param name="Series">Establishment and point of issue, such as <c>001-002</c>.</param>
/// <param name="Sequence">The place in the series, from 1 without gaps.</param>
/// <param name="Invoice">The document that has it.</param>
/// <param name="At">When it was given.</param>
public sealed record StayInvoiceNumber(StayInvoiceKind Kind, string Series, long Sequence, StayInvoiceId Invoice, Instant At)
{
    /// <summary>The form on paper, such as <c>001-002-000000123</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Series}-{Sequence:D9}");
}
