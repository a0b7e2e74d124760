using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace Clinic.Bridges.Mail;

/// <summary>Who gets mails about which events, and in which language.</summary>
public sealed class MailOptions : IValidatableObject
{
    /// <summary>The key that stands for every event type without recipients of its own.</summary>
    public const string AnyEvent = "*";

    /// <summary>The sender's address.</summary>
    /// <value>Default <c>clinic@localhost</c>.</value>
    [Required]
    public string From { get; set; } = "clinic@localhost";

    /// <summary>The language of the texts.</summary>
    /// <value><c>es</c> (default) or <c>en</c>.</value>
    [AllowedValues("es", "en")]
    public string Language { get; set; } = "es";

    /// <summary>Addresses per event type, such as <c>pharmacy.lot-recalled</c>, or <c>*</c> for the rest.</summary>
    /// <value>Default none: no mail is sent.</value>
    public IDictionary<string, IList<string>> Recipients { get; } = new Dictionary<string, IList<string>>(StringComparer.Ordinal);

    /// <summary>The addresses for an event type; empty when nobody wants it.</summary>
    public IReadOnlyList<string> RecipientsOf(string type) =>
        Recipients.TryGetValue(type, out var own) || Recipients.TryGetValue(AnyEvent, out own) ? [.. own] : [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var address in Recipients.SelectMany(r => r.Value).Append(From))
        {
            if (!MailAddress.TryCreate(address, out _) || address.Any(char.IsControl))
                yield return new($"The mail address '{address}' cannot be read.", [nameof(Recipients)]);
        }
    }
}
