using System.Net.Mail;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Tells a mail address from what would fail when it is sent. Pure.</summary>
public static class AlertAddress
{
    /// <summary>Whether a text is one address and nothing else: no name, no line break, no list.</summary>
    public static bool IsOne(string? text) =>
        text is { Length: > 2 and <= 254 } && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is ',' or ';' or '<' or '>')
        && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
