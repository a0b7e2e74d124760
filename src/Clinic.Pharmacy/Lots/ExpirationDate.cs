using System.Text.Json.Serialization;
using Clinic.Pharmacy.Json;
using NodaTime;
using NodaTime.Text;

namespace Clinic.Pharmacy.Lots;

/// <summary>The last calendar date on which a lot may be used, with the text it was read from.</summary>
/// <remarks>A month without a day means the last day of that month; the raw text is kept, since pack registers compare text.</remarks>
/// <seealso href="https://www.gs1.org/standards/barcodes-epcrfid-id-keys/gs1-general-specifications"/>
[JsonConverter(typeof(ExpirationDateConverter))]
public readonly record struct ExpirationDate
{
    private const int IsoMonth = 7;
    private const int ScannedDigits = 6;

    /// <summary>A full date, or a month whose last day was computed by the caller.</summary>
    /// <param name="date">The last usable date.</param>
    /// <param name="raw">The text it was read from, such as <c>261100</c>; null when it was typed as a full date.</param>
    public ExpirationDate(LocalDate date, string? raw = null)
    {
        if (raw is { Length: > 20 }) throw new ArgumentException("The raw text of an expiration date has at most 20 characters.", nameof(raw));
        Date = date;
        Raw = raw;
    }

    /// <summary>The last usable date.</summary>
    public LocalDate Date { get; }

    /// <summary>The text it was read from, or null.</summary>
    public string? Raw { get; }

    /// <summary>The last day of a month; the raw text is the month in ISO form.</summary>
    public static ExpirationDate EndOf(YearMonth month) =>
        new(month.OnDayOfMonth(1).With(DateAdjusters.EndOfMonth), YearMonthPattern.Iso.Format(month));

    /// <summary>Reads <c>2026-11-30</c> or the month <c>2026-11</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out ExpirationDate expiration)
    {
        expiration = default;
        if (text is null or { Length: > 10 }) return false;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date) expiration = new(date.Value);
        else if (YearMonthPattern.Iso.Parse(text) is { Success: true } month) expiration = EndOf(month.Value);
        else return false;
        return true;
    }

    /// <summary>The date, or the month where only a month was said; without the digits of a scan.</summary>
    /// <remarks>Answers carry this form, which is also the one of their JSON; the digits stay on the lot.</remarks>
    public ExpirationDate Plain() => Raw switch
    {
        null or { Length: IsoMonth } => this,
        { Length: ScannedDigits } when Raw.EndsWith("00", StringComparison.Ordinal) => EndOf(new YearMonth(Date.Year, Date.Month)),
        _ => new(Date),
    };

    /// <summary>Whether a lot can no longer be used on a date; usable through the end of the expiration date.</summary>
    public bool IsExpiredOn(LocalDate today) => today > Date;

    /// <summary>The date in ISO form.</summary>
    public override string ToString() => LocalDatePattern.Iso.Format(Date);
}
