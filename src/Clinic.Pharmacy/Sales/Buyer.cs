using System.Text.RegularExpressions;

namespace Clinic.Pharmacy.Sales;

/// <summary>In whose name the invoice is made out; personal, so never part of events, audit or messages.</summary>
/// <param name="Kind">Which document.</param>
/// <param name="Number">The number on it.</param>
/// <param name="Name">The name on the invoice; 1 to 200 characters.</param>
/// <param name="Mail">Where the receipt may be sent, or null.</param>
/// <param name="Phone">A telephone number, or null; at most 30 characters.</param>
/// <param name="Address">The address on the invoice, or null; at most 200 characters.</param>
public sealed partial record Buyer(
    DocumentKind Kind, string Number, string Name, string? Mail = null, string? Phone = null, string? Address = null)
{
    /// <summary>Nobody in particular (consumidor final).</summary>
    public static Buyer FinalConsumer { get; } = new(DocumentKind.FinalConsumer, DocumentNumber.OfFinalConsumer, "CONSUMIDOR FINAL");

    /// <summary>Whether a text reads as a mail address: one at sign, a dotted host, no spaces.</summary>
    public static bool IsMail(string? text) => text is { Length: <= 254 } && MailPattern().IsMatch(text);

    /// <summary>The kind of document only; everything else is personal.</summary>
    public override string ToString() => Kind.ToString();

    internal void Check(Failures failures)
    {
        failures.Add(DocumentNumber.WhyNot(Kind, Number));
        failures.Text("buyer.name", Name, 200);
        failures.OptionalText("buyer.phone", Phone, 30);
        failures.OptionalText("buyer.address", Address, 200);
        failures.Require(Mail is null || IsMail(Mail), PharmacyRules.MailUnreadable, ("field", "buyer.mail"));
    }

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\.)@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex MailPattern();
}
